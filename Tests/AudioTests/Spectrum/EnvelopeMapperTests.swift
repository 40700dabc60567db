import Foundation
import Speech
import Testing

@testable import Audio

@Suite("Making a voice sound like another speaker")
struct EnvelopeMapperTests {
    private static func map(_ affine: AffineMap) -> EnvelopeMap {
        EnvelopeMap(
            voicing: VoicingRule(weights: Array(repeating: 0, count: EnvelopeScale.order), bias: 1), voiced: affine, unvoiced: affine,
            levels: -1000...1000)
    }

    private static func run(_ samples: [Int16], _ map: EnvelopeMap, sampleRate: Int, pieces: Int) -> [Int16] {
        let mapper = EnvelopeMapper(map, sampleRate: sampleRate)
        var result: [Int16] = []
        var start = 0
        while start < samples.count {
            let end = min(samples.count, start + pieces)
            samples[start..<end].withUnsafeBufferPointer { mapper.process($0) { result.append(contentsOf: $0) } }
            start = end
        }
        mapper.finish { result.append(contentsOf: $0) }
        return result
    }

    private static func voice(_ sampleRate: Int) -> [Int16] {
        SyntheticVoice(sampleRate: sampleRate).speech(syllables: 3).map { Int16($0 * 20_000) }
    }

    @Test("the map that changes nothing leaves every sample where it was", arguments: [16_000, 22_050, 15_300])
    func identity(sampleRate: Int) {
        let samples = Self.voice(sampleRate)
        let mapped = Self.run(samples, Self.map(.identity), sampleRate: sampleRate, pieces: 700)
        #expect(mapped.count == samples.count)
        #expect(zip(samples, mapped).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }

    @Test("what comes out does not depend on how the input is divided")
    func division() {
        let samples = Self.voice(16_000)
        let whole = Self.run(samples, Self.map(.identity).raised(by: -1), sampleRate: 16_000, pieces: samples.count)
        for pieces in [1, 99, 1024] {
            #expect(Self.run(samples, Self.map(.identity).raised(by: -1), sampleRate: 16_000, pieces: pieces) == whole)
        }
    }

    @Test("a map that lowers all levels by 6 dB halves the samples")
    func level() {
        let samples = Self.voice(16_000)
        let mapped = Self.run(samples, Self.map(.identity).raised(by: -log(4.0)), sampleRate: 16_000, pieces: 512)
        #expect(zip(samples, mapped).allSatisfy { abs(Int($0) / 2 - Int($1)) <= 4 })
    }

    @Test("gains follow what is asked of them within some windows, and do not leap")
    func smooth() {
        // Soft sounds are to be 20 dB softer, loud ones as they are.
        var map = Self.map(.identity)
        map.unvoiced.offset[0] -= Float(log(100.0) * Double(EnvelopeScale.bandCount).squareRoot())
        var weights = [Float](repeating: 0, count: EnvelopeScale.order)
        weights[0] = 4
        let rate = 16_000
        let quiet = Signal.noise(amplitude: 0.01, count: rate, seed: 3)
        let loud = Signal.noise(amplitude: 0.3, count: rate, seed: 4)
        let middle = 0.5 * (Self.level(quiet) + Self.level(loud))
        map.voicing = VoicingRule(weights: weights, bias: -4 * middle)
        let samples = (loud + quiet).map { Int16($0 * 30_000) }
        let mapped = Self.run(samples, map, sampleRate: rate, pieces: 512)
        let gain = { (range: Range<Int>) in
            let power = { (samples: ArraySlice<Int16>) in samples.reduce(1.0) { $0 + Double($1) * Double($1) } }
            return 10 * log10(power(mapped[range]) / power(samples[range]))
        }
        #expect(abs(gain(rate / 2..<rate * 3 / 4)) < 0.5)
        // A hundredth of a second behind the change the gain is on its way.
        #expect((-16 ... -2).contains(gain(rate + 160..<rate + 320)))
        #expect(abs(gain(rate * 3 / 2..<rate * 2 - 800) + 20) < 1)
    }

    /// The first number of the cepstrum of a stretch of noise.
    private static func level(_ samples: [Float]) -> Float {
        let frame = EnvelopeFrame(sampleRate: 16_000)
        samples.withUnsafeBufferPointer { frame.look(at: $0.baseAddress! + 1000) }
        return (0..<EnvelopeScale.bandCount).reduce(0) { $0 + frame.levels[$1] } / Float(EnvelopeScale.bandCount).squareRoot()
    }

    @Test("nothing comes of nothing")
    func empty() {
        #expect(Self.run([], Self.map(.identity), sampleRate: 16_000, pieces: 1).isEmpty)
        #expect(Self.run([100], Self.map(.identity), sampleRate: 16_000, pieces: 1).count == 1)
    }
}
