import Audio
import Speech
import Testing

@Suite struct LoudnessMeterTests {
    private func loudness(_ samples: [Float], at sampleRate: Int) -> Loudness {
        var meter = LoudnessMeter(sampleRate: sampleRate)
        meter.measure(samples)
        return meter.finish()
    }

    @Test(arguments: [8000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000, 96_000])
    func `a 997 Hz sine at -20 dBFS has -23 LUFS`(sampleRate: Int) throws {
        let samples = Signal.sine(level: -20, count: sampleRate * 3, sampleRate: sampleRate)
        let measured = try #require(loudness(samples, at: sampleRate).integrated)
        #expect(abs(measured + 23) <= 0.1)
    }

    @Test(arguments: [(25.0, -10.44), (100, -1.18), (10_000, 4.04)])
    func `low tones are weighted down and high ones up`(frequency: Double, weight: Double) throws {
        let samples = Signal.sine(frequency, level: -20, count: 48_000 * 3, sampleRate: 48_000)
        let measured = try #require(loudness(samples, at: 48_000).integrated)
        // The weights are those of the analog filters. A tone that is not weighted reads its mean square less 0.691.
        #expect(abs(measured - (-20 - 3.01 - 0.691 + weight)) < 0.1)
    }

    @Test(arguments: [8000, 11_025, 22_050]) func `there is a block for each 100 ms, however the samples are divided`(sampleRate: Int) {
        let samples = Signal.noise(count: sampleRate * 7)
        let whole = loudness(samples, at: sampleRate)
        #expect(whole.blocks.count == 70)
        var meter = LoudnessMeter(sampleRate: sampleRate)
        for start in stride(from: 0, to: samples.count, by: 613) {
            meter.measure(Array(samples[start..<min(start + 613, samples.count)]))
        }
        let parts = meter.finish()
        #expect(parts.peaks == whole.peaks)
        #expect(zip(parts.blocks, whole.blocks).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func `half a block at the end counts, and less does not`() {
        #expect(loudness(Signal.noise(count: 800 * 4 + 400), at: 8000).blocks.count == 5)
        #expect(loudness(Signal.noise(count: 800 * 4 + 399), at: 8000).blocks.count == 4)
        #expect(loudness(Signal.noise(count: 10), at: 8000).blocks.count == 1)
        #expect(loudness([], at: 8000).blocks.isEmpty)
    }

    @Test func `16-bit samples measure the same`() {
        let values = Signal.noise(count: 16_000).map { Int16($0 * 32_767) }
        var meter = LoudnessMeter(sampleRate: 16_000)
        meter.measure(values)
        #expect(meter.finish() == loudness(values.map { Float($0) / 32_768 }, at: 16_000))
    }

    @Test func `peaks are those of the samples`() {
        var samples = [Float](repeating: 0.25, count: 1600)
        samples[900] = -0.75
        #expect(loudness(samples, at: 8000).peaks == [0.25, 0.75])
    }

    @Test func `what is no number is silence`() throws {
        var samples = Signal.sine(count: 8000, sampleRate: 8000)
        samples[100] = .nan
        samples[5000] = .infinity
        let measured = loudness(samples, at: 8000)
        #expect(measured.blocks.allSatisfy { $0.isFinite })
        #expect(try #require(measured.integrated) < 0)
    }
}
