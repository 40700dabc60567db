import Audio
import Foundation
import Testing

@Suite struct LimiterTests {
    private func limit(
        _ samples: [Float], at sampleRate: Int = 22_050, partSize: Int = 1_000_000, limitsTruePeaks: Bool = false
    ) -> [Float] {
        let limiter = Limiter(sampleRate: sampleRate, limitsTruePeaks: limitsTruePeaks)
        var output: [Float] = []
        for start in stride(from: 0, to: samples.count, by: partSize) {
            samples[start..<min(start + partSize, samples.count)].withUnsafeBufferPointer { part in
                limiter.limit(part) { output.append(contentsOf: $0) }
            }
        }
        limiter.finish { output.append(contentsOf: $0) }
        return output
    }

    private func peak(_ samples: some Sequence<Float>) -> Float {
        samples.map { abs($0) }.max() ?? 0
    }

    @Test(arguments: [8000, 16_000, 22_050, 48_000], [Float(0.95), 2, 30]) func `nothing exceeds the ceiling`(sampleRate: Int, gain: Float) {
        var samples = Signal.noise(amplitude: gain, count: 50_000)
        // Loud from the first sample to the last, with single peaks between.
        for index in stride(from: 10_000, to: 20_000, by: 977) { samples[index] *= 100 }
        #expect(peak(limit(samples, at: sampleRate)) <= Limiter.defaultCeiling)
    }

    @Test func `what goes beyond the ceiling between samples is limited where that is asked for`() throws {
        // A quarter of the rate, 45 degrees off: no sample is above 0.71 of the amplitude.
        let samples = (0..<16_000).map { Float(1.2 * sin(.pi / 2 * Double($0) + .pi / 4)) }
        #expect(limit(samples, at: 16_000) == samples)
        let limited = limit(samples, at: 16_000, limitsTruePeaks: true)
        #expect(abs(peak(limited[1000..<15_000]) * Float(2).squareRoot() / Limiter.defaultCeiling - 1) < 0.02)
        #expect(limit(samples, at: 16_000, partSize: 77, limitsTruePeaks: true) == limited)
    }

    @Test func `audio below the ceiling passes bit for bit`() {
        let samples = Signal.noise(amplitude: Limiter.defaultCeiling, count: 50_003)
        #expect(limit(samples) == samples)
    }

    @Test(arguments: [0, 1, 7, 119, 120, 121, 4095, 4096, 4097, 50_001]) func `as many samples come out as went in`(count: Int) {
        let samples = Signal.noise(amplitude: 3, count: count)
        #expect(limit(samples).count == count)
        #expect(limit(samples, partSize: 97) == limit(samples))
    }

    @Test func `every sample stays at its place`() {
        var samples = [Float](repeating: 0, count: 20_000)
        for index in [0, 5000, 5001, 12_345, 19_999] { samples[index] = 5 }
        let output = limit(samples)
        #expect(output.indices.filter { output[$0] != 0 } == [0, 5000, 5001, 12_345, 19_999])
        #expect(output[0] > 0.85 && output[12_345] > 0.85 && output[19_999] > 0.85)
    }

    @Test func `the gain goes down before a peak and recovers after it, without a step`() {
        var samples = [Float](repeating: 0.4, count: 44_100)
        samples[20_000] = 1.8
        let output = limit(samples)
        #expect(output[..<19_800].allSatisfy { $0 == 0.4 })
        // 5 ms before the peak it is still up, 10 samples before it is down to half.
        #expect(output[19_990] < 0.25)
        #expect(output[20_000 + 1100] < 0.32)
        #expect(output[42_000...].allSatisfy { $0 == 0.4 })
        let steps = zip(output, output.dropFirst()).enumerated().filter { $0.offset != 19_999 && $0.offset != 20_000 }
        #expect(steps.allSatisfy { abs($0.element.0 - $0.element.1) < 0.005 })
    }

    @Test func `what is no number becomes silence`() {
        let output = limit([.nan, .infinity, -.infinity, 1e30, 0.5])
        #expect(output == [0, 0, 0, 0, 0.5])
    }

    @Test func `a limiter starts afresh after its end`() {
        let limiter = Limiter(sampleRate: 22_050)
        let samples = Signal.noise(amplitude: 4, count: 5000)
        var outputs: [[Float]] = [[], []]
        for run in 0..<2 {
            samples.withUnsafeBufferPointer { limiter.limit($0) { outputs[run].append(contentsOf: $0) } }
            limiter.finish { outputs[run].append(contentsOf: $0) }
        }
        #expect(outputs[0] == outputs[1])
    }
}
