import Audio
import Foundation
import Testing

@Suite struct VoiceQualityTests {
    private static let rate = 16_000

    private func tone(_ hertz: Double) -> [Int16] {
        (0..<Self.rate).map { Int16(8000 * sin(2 * .pi * hertz * Double($0) / Double(Self.rate))) }
    }

    private func changed(_ samples: [Int16], tilt: Double = 0, breathiness: Double = 0, pieces: Int = 4000) -> [Int16] {
        var quality = VoiceQuality(sampleRate: Self.rate, tilt: tilt, breathiness: breathiness)
        var result: [Int16] = []
        for start in stride(from: 0, to: samples.count, by: pieces) {
            Array(samples[start..<min(start + pieces, samples.count)]).withUnsafeBufferPointer { quality.apply(to: $0) { result += $0 } }
        }
        return result
    }

    private func level(_ samples: [Int16]) -> Double {
        let settled = samples[2000...]
        return 10 * log10(settled.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(settled.count))
    }

    @Test(arguments: [6.0, -5, 2])
    func `a tilt raises what is high against what is low`(tilt: Double) {
        let low = level(changed(tone(150), tilt: tilt)) - level(tone(150))
        let high = level(changed(tone(6000), tilt: tilt)) - level(tone(6000))
        #expect(abs(high - low - tilt) < 0.3)
        #expect(max(low, high) < 0.1)
    }

    @Test func `breath is noise that follows the voice`() {
        let breath = zip(changed(tone(200), breathiness: 0.05), tone(200)).map { $0 - $1 }
        let share = level(breath) - level(tone(200))
        #expect((-36...(-22)).contains(share), "\(share) dB")
        #expect(changed([Int16](repeating: 0, count: 1000), breathiness: 0.5).allSatisfy { $0 == 0 })
    }

    @Test func `the pieces that samples come in make no difference`() {
        #expect(changed(tone(300), tilt: 3, breathiness: 0.1, pieces: 77) == changed(tone(300), tilt: 3, breathiness: 0.1))
    }

    @Test func `no change leaves samples as they are`() {
        #expect(changed(tone(300)) == tone(300))
    }
}
