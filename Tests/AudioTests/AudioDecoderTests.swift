import Audio
import Speech
import TestSupport
import Testing

@Suite struct AudioDecoderTests {
    static func decode(_ bytes: [UInt8], at sampleRate: Int = 16_000, maximumDuration: Double = 60) throws -> [Float] {
        try AudioDecoder.samples(of: ByteSource(bytes), sampleRate: sampleRate, maximumDuration: maximumDuration)
    }

    @Test(arguments: AudioFormat.allCases.filter { $0 != .pcm }, [8000, 16_000, 44_100])
    func `audio comes out at the rate that is asked for`(format: AudioFormat, sampleRate: Int) throws {
        let samples = Signal.sine(440, count: 24_000, sampleRate: 24_000)
        let decoded = try EncodedFile.encoded(samples, .standard(format), at: 24_000).file.decoded(at: sampleRate)
        #expect(decoded.count == sampleRate)
        let expected = Signal.sine(440, count: sampleRate, sampleRate: sampleRate)
        let middle = sampleRate / 4..<sampleRate * 3 / 4
        let error = zip(decoded[middle], expected[middle]).map { abs($0 - $1) }.max() ?? 1
        // In phase, too: shifted by 0.1 ms it would be 0.14 off.
        #expect(error < 0.03)
    }

    @Test func `M4A and WebM are decoded`() throws {
        for bytes in [Fixtures.m4a, Fixtures.webm] {
            let samples = try Self.decode(bytes)
            // FFmpeg 5 does not tell the padding at the end of AAC: up to a frame more.
            #expect((4000...5024).contains(samples.count))
            #expect(abs(Signal.level(samples) - 0.0884) < 0.02)
        }
        #expect(try Self.decode(Fixtures.webm).count == 4000)
    }

    @Test func `channels are averaged`() throws {
        let frames: [Int16] = (0..<1000).flatMap { _ in [Int16(16_384), -8192] }
        let file = WAVBuilder(channels: 2, data: WAVBuilder.data(frames))
        let samples = try Self.decode(file.bytes)
        #expect(samples.count == 1000)
        #expect(samples.allSatisfy { abs($0 - 0.125) < 1e-6 })
        let loud = WAVBuilder(channels: 2, data: WAVBuilder.data([Int16](repeating: 32_767, count: 2000)))
        #expect(try Self.decode(loud.bytes).allSatisfy { $0 <= 1 })
    }

    @Test func `an empty file of a known kind has no samples`() throws {
        #expect(try Self.decode(WAVBuilder().bytes).isEmpty)
    }

    @Test func `a file that breaks off is decoded as far as it goes`() throws {
        let samples = Signal.noise(amplitude: 0.5, count: 32_000)
        let mp3 = try EncodedFile.encoded(samples, .standard(.mp3), at: 32_000).file.bytes
        let count = try Self.decode(Array(mp3.prefix(mp3.count / 2)), at: 32_000).count
        #expect((12_000...20_000).contains(count))
        let claimed = WAVBuilder(data: WAVBuilder.data([Int16](repeating: 1, count: 500)), claimedSize: 1_000_000_000)
        #expect(try Self.decode(claimed.bytes).count == 500)
    }

    @Test func `text and noise are refused`() {
        let texts = [
            "", "a", "The quick brown fox jumps over the lazy dog. ", "#EXTM3U\n#EXTINF:1,\nhttp://localhost/a.mp3\n",
            "ffconcat version 1.0\nfile /etc/hostname\n", "<html><body></body></html>", "RIFF\u{1}\u{1}\u{1}\u{1}AVI LIST",
        ]
        for text in texts {
            let bytes = Array(String(repeating: text, count: 100).utf8)
            #expect(throws: AudioDecodingError.unknownFormat) { try Self.decode(bytes) }
            #expect(throws: AudioDecodingError.unknownFormat) { try AudioProbe(ByteSource(bytes), maximumDuration: 60) }
        }
        for seed in 1...20 {
            var generator = Generator(seed: UInt64(seed))
            let bytes = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            #expect(throws: AudioDecodingError.self) { try Self.decode(bytes) }
        }
    }

    @Test func `a codec that is not read is named`() {
        #expect(throws: AudioDecodingError.unsupportedCodec("ac3")) { try Self.decode(Fixtures.ac3) }
        let adpcm = WAVBuilder(formatTag: 0x11, bitsPerSample: 4, data: [UInt8](repeating: 0, count: 1000))
        #expect(throws: AudioDecodingError.unsupportedCodec("adpcm_ima_wav")) { try Self.decode(adpcm.bytes) }
    }

    @Test func `rates and channels out of bounds are refused`() {
        let data = [UInt8](repeating: 0, count: 3600)
        #expect(throws: AudioDecodingError.unsupportedLayout(sampleRate: 100, channels: 1)) {
            try Self.decode(WAVBuilder(sampleRate: 100, data: data).bytes)
        }
        #expect(throws: AudioDecodingError.unsupportedLayout(sampleRate: 16_000, channels: 9)) {
            try Self.decode(WAVBuilder(channels: 9, data: data).bytes)
        }
        for rate in [0, 3999, 192_001] {
            #expect(throws: AudioDecodingError.unsupportedOutputSampleRate(rate)) { try Self.decode(WAVBuilder(data: data).bytes, at: rate) }
        }
    }

    @Test(arguments: AudioFormat.allCases.filter { $0 != .pcm })
    func `audio that is too long is refused when the limit is reached`(format: AudioFormat) throws {
        let bytes = try EncodedFile.encoded(Signal.noise(amplitude: 0.1, count: 48_000), .standard(format), at: 24_000).file.bytes
        #expect(try Self.decode(bytes, maximumDuration: 2).count == 32_000)
        #expect(throws: AudioDecodingError.tooLong(limit: 1.9)) { try Self.decode(bytes, maximumDuration: 1.9) }
        #expect(throws: AudioDecodingError.tooLong(limit: 1.9)) { try AudioProbe(ByteSource(bytes), maximumDuration: 1.9) }
        var count = 0
        #expect(throws: AudioDecodingError.tooLong(limit: 0.5)) {
            try AudioDecoder(ByteSource(bytes), sampleRate: 16_000, maximumDuration: 0.5).decode { count += $0.count }
        }
        #expect(count <= 8000)
    }

    @Test func `a limit that is no number lets nothing through`() throws {
        let bytes = WAVBuilder(data: [0, 0]).bytes
        #expect(throws: AudioDecodingError.self) { try Self.decode(bytes, maximumDuration: .nan) }
    }

    @Test func `files with errors in them end in samples or in an error`() throws {
        let samples = Signal.noise(amplitude: 0.5, count: 8000)
        let files = try AudioFormat.allCases.filter { $0 != .pcm }.map { try EncodedFile.encoded(samples, .standard($0), at: 24_000).file.bytes }
        var generator = Generator(seed: 7)
        for original in files + [Fixtures.m4a, Fixtures.webm] {
            for _ in 0..<40 {
                var bytes = original
                for _ in 0..<8 {
                    bytes[Int.random(in: 0..<min(bytes.count, 800), using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
                }
                do {
                    #expect(try Self.decode(bytes, maximumDuration: 5).count <= 5 * 16_000 + 1)
                } catch is AudioDecodingError {}
            }
        }
    }

    @Test func `a header that asks for much memory gets none`() {
        // A tag of almost 4 GB, of which there are a few bytes.
        let tag = Array("LIST".utf8) + [0xEC, 0, 0, 0xFF] + Array("INFOINAM".utf8) + [0, 0, 0, 0xF0] + Array("name".utf8)
        let header = WAVBuilder().bytes.prefix(36)
        #expect(throws: AudioDecodingError.self) { try Self.decode(header + tag) }
    }

    @Test func `what is not a regular file is refused`() throws {
        for path in ["/nowhere/at/all", "/", "/dev/zero"] {
            #expect(throws: AudioDecodingError.unreadable(path: path)) { try ByteSource(path: path) }
        }
    }

    @Test func `errors of the source and of the receiver come out`() throws {
        struct Broken: Error {}
        let bytes = WAVBuilder(data: [UInt8](repeating: 0, count: 100_000)).bytes
        let source = ByteSource(byteCount: bytes.count) { offset, buffer in
            guard offset < 60_000 else { throw Broken() }
            return try ByteSource(bytes).read(offset, buffer)
        }
        #expect(throws: Broken.self) { try AudioDecoder.samples(of: source, sampleRate: 16_000, maximumDuration: 60) }
        let unreadable = ByteSource(byteCount: 10) { _, _ in throw Broken() }
        #expect(throws: Broken.self) { try AudioProbe(unreadable, maximumDuration: 60) }
        #expect(throws: Broken.self) {
            try AudioDecoder(ByteSource(bytes), sampleRate: 16_000, maximumDuration: 60).decode { _ in throw Broken() }
        }
    }

    @Test func `a file is decoded once`() throws {
        let decoder = try AudioDecoder(ByteSource(WAVBuilder(data: [1, 0]).bytes), sampleRate: 16_000, maximumDuration: 60)
        try decoder.decode { _ in }
        #expect(decoder.sampleCount == 1)
        #expect(throws: AudioDecodingError.alreadyDecoded) { try decoder.decode { _ in } }
    }
}
