import Audio
import Glibc
import Speech
import TestSupport
import Testing

@Suite struct FinisherTests {
    private let pcm = AudioEncoding(format: .pcm, sampleRate: 22_050, bitRate: nil)

    /// Something like speech: bursts of a buzz with a sharp attack, and pauses.
    private func speech(level: Double, seconds: Int) -> [Int16] {
        (0..<seconds * 22_050).map { index in
            let time = Double(index) / 22_050
            let syllable = time.truncatingRemainder(dividingBy: 0.25)
            let buzz = (1...12).reduce(0.0) { $0 + cos(2 * .pi * 120 * Double($1) * time) / Double($1) }
            return Int16(max(-32_768, min(32_767, buzz / 3.2 * 32_767 * exp(-syllable * 12) * pow(10, level / 20))))
        }
    }

    private func measured(_ samples: [Int16]) -> Loudness {
        var meter = LoudnessMeter(sampleRate: 22_050)
        meter.measure(samples)
        return meter.finish()
    }

    private func finished(_ samples: [Int16], _ encoding: AudioEncoding, gain: Float = 1, partSize: Int = 5000) throws -> EncodedFile {
        let file = EncodedFile()
        let finisher = try Finisher(encoding: encoding, inputSampleRate: 22_050, gain: gain, sink: file.write)
        for start in stride(from: 0, to: samples.count, by: partSize) {
            try finisher.write(Array(samples[start..<min(start + partSize, samples.count)]))
        }
        try finisher.finish()
        return file
    }

    @Test func `without gain a signal below the ceiling comes out as it was`() throws {
        let samples = Signal.sine(200, level: -1.5, count: 30_001, sampleRate: 22_050).map { Int16($0 * 32_767) }
        #expect(try finished(samples, pcm).bytes == WAVBuilder.data(samples))
    }

    @Test func `the gain is applied and nothing clips`() throws {
        let samples = Signal.noise(amplitude: 0.1, count: 30_001).map { Int16($0 * 32_767) }
        let doubled = try finished(samples, pcm, gain: 2).bytes
        #expect(doubled == WAVBuilder.data(samples.map { $0 * 2 }))
        let sine = Signal.sine(200, level: -20, count: 30_001, sampleRate: 22_050).map { Int16($0 * 32_767) }
        let loud = try finished(sine, pcm, gain: 100).bytes
        let peak = stride(from: 0, to: loud.count, by: 2).map { Int16(truncatingIfNeeded: Int(loud[$0]) | Int(loud[$0 + 1]) << 8) }.max()
        #expect(try (29_000...29_205).contains(Int(#require(peak))))
    }

    @Test func `the division into parts makes no difference`() throws {
        let samples = speech(level: 0, seconds: 2)
        let mp3 = AudioEncoding.standard(.mp3)
        #expect(try finished(samples, mp3, gain: 3, partSize: 333).bytes == finished(samples, mp3, gain: 3).bytes)
    }

    @Test func `silence keeps its length`() throws {
        let file = EncodedFile()
        let finisher = try Finisher(encoding: pcm, inputSampleRate: 22_050, sink: file.write)
        let samples = [100, 100] + [Int16](repeating: 0, count: 10_000) + [100]
        try finisher.write(samples)
        try finisher.write([])
        try finisher.finish()
        #expect(finisher.sampleCount == 10_003)
        #expect(file.bytes == WAVBuilder.data(samples))
    }

    @Test(arguments: [-20.0, -12, -3, 0], [-23.0, -18, -16]) func `finished speech has the loudness that is asked for`(
        level: Double, target: Double
    ) throws {
        let samples = speech(level: level, seconds: 4)
        let gain = Finisher.gain(for: measured(samples), to: target)
        let wav = AudioEncoding(format: .wav, sampleRate: 22_050, bitRate: nil)
        var meter = LoudnessMeter(sampleRate: 22_050)
        meter.measure(try finished(samples, wav, gain: gain).decoded(at: 22_050))
        #expect(abs(try #require(meter.finish().integrated) - target) < 1)
    }

    @Test func `the gain is exact where nothing is limited`() {
        let loudness = Loudness(blocks: [Double](repeating: 0.005_876, count: 10), peaks: [Float](repeating: 0.1, count: 10))
        #expect(abs(20 * log10(Finisher.gain(for: loudness, to: -16)) - 7) < 0.01)
        #expect(abs(20 * log10(Finisher.gain(for: loudness, to: -30)) + 7) < 0.01)
    }

    @Test func `the gain has a maximum`() {
        let faint = Loudness(blocks: [Double](repeating: 1e-6, count: 10), peaks: [Float](repeating: 0.002, count: 10))
        #expect(abs(20 * log10(Finisher.gain(for: faint)) - 30) < 0.01)
        #expect(abs(20 * log10(Finisher.gain(for: faint, maximum: 12)) - 12) < 0.01)
    }

    @Test func `silence is left as it is`() {
        #expect(Finisher.gain(for: Loudness()) == 1)
        #expect(Finisher.gain(for: Loudness(blocks: [0, 0, 0, 0])) == 1)
    }

    @Test(arguments: [Float.nan, .infinity, 0, -1]) func `a gain that is no gain is refused`(gain: Float) {
        #expect(throws: AudioEncodingError.self) { try Finisher(encoding: pcm, inputSampleRate: 22_050, gain: gain) { _ in } }
    }
}
