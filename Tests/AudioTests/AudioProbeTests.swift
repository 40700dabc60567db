import Audio
import Speech
import TestSupport
import Testing

@Suite struct AudioProbeTests {
    private func probe(_ bytes: [UInt8]) throws -> AudioProbe {
        try AudioProbe(ByteSource(bytes), maximumDuration: 60)
    }

    @Test(arguments: AudioFormat.allCases.filter { $0 != .pcm }) func `a probe tells what the file is`(format: AudioFormat) throws {
        let (container, codec, bitRates): (AudioContainer, String, ClosedRange<Int>) =
            switch format {
            case .mp3: (.mp3, "mp3", 128_000...128_000)
            case .wav, .pcm: (.wav, "pcm_s16le", 384_000...384_000)
            case .opus: (.ogg, "opus", 20_000...40_000)
            case .flac: (.flac, "flac", 10_000...400_000)
            }
        let samples = Signal.sine(count: 24_000, sampleRate: 24_000)
        let probe = try probe(EncodedFile.encoded(samples, .standard(format), at: 24_000).file.bytes)
        #expect(probe.container == container)
        #expect(probe.codec == codec)
        #expect(probe.sampleRate == AudioEncoding.standard(format).sampleRate)
        #expect(probe.channels == 1)
        #expect(abs(probe.duration - 1) <= 0.001)
        #expect(bitRates.contains(try #require(probe.bitRate)))
    }

    @Test func `M4A and WebM are known`() throws {
        let m4a = try probe(Fixtures.m4a)
        #expect((m4a.container, m4a.codec, m4a.sampleRate, m4a.channels) == (.mp4, "aac", 16_000, 1))
        #expect(abs(m4a.duration - 0.25) < 0.065)
        let webm = try probe(Fixtures.webm)
        #expect((webm.container, webm.codec, webm.sampleRate, webm.channels) == (.webm, "opus", 48_000, 1))
        #expect(abs(webm.duration - 0.25) < 0.02)
    }

    @Test func `the duration is that of the audio, not what the header claims`() throws {
        let file = WAVBuilder(channels: 2, data: WAVBuilder.data([Int16](repeating: 1, count: 32_000)), claimedSize: 1_000_000)
        let probe = try probe(file.bytes)
        #expect(probe.channels == 2)
        #expect(abs(probe.duration - 1) < 0.001)
    }
}
