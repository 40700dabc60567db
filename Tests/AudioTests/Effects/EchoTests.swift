import Audio
import Glibc
import Speech
import Testing

@Suite struct EchoTests {
    private let effects = VoiceEffects(spaciousEcho: true)

    @Test func `single echoes come every quarter of a second, each softer`() {
        let click = [Float](repeating: 1, count: 160)
        let sound = AffectedSound(click, effects, sampleRate: 16_000).samples
        let energies = (0..<9).map { number in
            sound[number * 4000..<min(sound.count, number * 4000 + 600)].reduce(0.0) { $0 + Double($1 * $1) }
        }
        let levels = energies.map { 10 * log10($0 / energies[0]) }
        #expect((-9 ... -5).contains(levels[1]), "\(levels)")
        #expect(zip(levels, levels.dropFirst()).dropFirst().allSatisfy { (-10 ... -6).contains($1 - $0) }, "\(levels)")
        // Between them there is nothing.
        for number in 0..<9 {
            #expect(sound[number * 4000 + 800..<number * 4000 + 3990].allSatisfy { abs($0) < 1e-4 })
        }
        #expect(sound[..<160].allSatisfy { $0 == 1 })
    }

    @Test func `it rings on until it is 60 dB down`() {
        let sound = AffectedSound([1] + [Float](repeating: 0, count: 15_999), effects, sampleRate: 16_000)
        #expect(sound.tail == 36_000)
        let last = sound.samples.lastIndex { abs($0) > 0.001 } ?? 0
        #expect(last > 16_000 && last < sound.samples.count)
    }
}
