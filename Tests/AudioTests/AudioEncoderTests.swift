import Audio
import Speech
import Testing

@Suite struct AudioEncoderTests {
    static let encodings: [AudioEncoding] =
        AudioFormat.allCases.map(AudioEncoding.standard) + [
            AudioEncoding(format: .mp3, sampleRate: 8000, bitRate: 16_000),
            AudioEncoding(format: .mp3, sampleRate: 22_050, bitRate: 64_000),
            AudioEncoding(format: .mp3, sampleRate: 44_100, bitRate: 320_000),
            AudioEncoding(format: .opus, sampleRate: 16_000, bitRate: 24_000),
            AudioEncoding(format: .wav, sampleRate: 22_050, bitRate: nil),
            AudioEncoding(format: .flac, sampleRate: 44_100, bitRate: nil),
        ]

    @Test(arguments: encodings, [0, 1, 575, 1151, 1152, 1153, 22_050 * 3 + 7])
    func `the decoded audio is as long as the input`(encoding: AudioEncoding, count: Int) throws {
        let samples = Signal.sine(count: count, sampleRate: 22_050)
        let (file, sampleCount) = try EncodedFile.encoded(samples, encoding, at: 22_050)
        let duration = Double(count) / 22_050
        #expect(abs(Double(sampleCount) / Double(encoding.sampleRate) - duration) <= 0.5 / Double(encoding.sampleRate))
        if encoding.format == .pcm {
            #expect(file.bytes.count == sampleCount * 2)
        } else {
            let decoded = try file.decodedCount(at: encoding.sampleRate)
            #expect(abs(decoded - sampleCount) <= (sampleCount == 0 ? 1 : 0))
            let probe = try AudioProbe(ByteSource(file.bytes), maximumDuration: 60)
            #expect(abs(probe.duration - duration) <= 0.001)
        }
    }

    @Test(arguments: encodings)
    func `the same samples give the same bytes however they are divided`(encoding: AudioEncoding) throws {
        let samples = Signal.noise(amplitude: 0.5, count: 30_011)
        let whole = try EncodedFile.encoded(samples, encoding, at: 22_050).file
        #expect(try EncodedFile.encoded(samples, encoding, at: 22_050).file.pieces == whole.pieces)
        #expect(try EncodedFile.encoded(samples, encoding, at: 22_050, partSize: 777).file.bytes == whole.bytes)
    }

    @Test(arguments: encodings.filter { $0.format != .pcm })
    func `the level stays what it is`(encoding: AudioEncoding) throws {
        let samples = Signal.sine(440, count: 22_050, sampleRate: 22_050)
        let decoded = try EncodedFile.encoded(samples, encoding, at: 22_050).file.decoded(at: 22_050)
        #expect(abs(Signal.level(decoded) / Signal.level(samples) - 1) < 0.01)
    }

    @Test(arguments: [32, 64, 128, 160, 192, 224, 256, 320])
    func `an MP3 is as loud as its input at every bit rate`(kilobits: Int) throws {
        let samples = Signal.sine(count: 32_000, sampleRate: 32_000)
        let encoding = AudioEncoding(format: .mp3, sampleRate: 32_000, bitRate: kilobits * 1000)
        let decoded = try EncodedFile.encoded(samples, encoding, at: 32_000).file.decoded(at: 32_000)
        #expect(abs(Signal.level(decoded) / Signal.level(samples) - 1) < 0.002)
    }

    @Test func `a lossless format keeps 16-bit samples as they are`() throws {
        let values = Signal.noise(count: 20_000).map { Int16($0 * 32_767) }
        let samples = values.map { Float($0) / 32_768 }
        for format in [AudioFormat.wav, .flac] {
            let encoding = AudioEncoding(format: format, sampleRate: 22_050, bitRate: nil)
            #expect(try EncodedFile.encoded(samples, encoding, at: 22_050).file.decoded(at: 22_050) == samples)
        }
    }

    @Test func `samples are rounded to the nearest and saturate`() throws {
        let encoding = AudioEncoding(format: .pcm, sampleRate: 24_000, bitRate: nil)
        let samples: [Float] = [0, 0.4 / 32_768, 0.6 / 32_768, -0.6 / 32_768, 1, 2, -1, -2]
        let file = try EncodedFile.encoded(samples, encoding, at: 24_000).file
        let values = (0..<samples.count).map { Int16(truncatingIfNeeded: file.number(at: 2 * $0, size: 2)) }
        #expect(values == [0, 0, 1, -1, 32_767, 32_767, -32_768, -32_768])
    }

    @Test(arguments: [0, 1, 100_000]) func `a WAV header tells the truth`(count: Int) throws {
        let encoding = AudioEncoding(format: .wav, sampleRate: 24_000, bitRate: nil)
        let file = try EncodedFile.encoded(Signal.noise(count: count), encoding, at: 24_000).file
        #expect(file.bytes.count == 44 + 2 * count)
        #expect(file.bytes.starts(with: Array("RIFF".utf8)))
        #expect(file.number(at: 4, size: 4) == 36 + 2 * count)
        #expect(file.number(at: 20, size: 2) == 1)
        #expect(file.number(at: 22, size: 2) == 1)
        #expect(file.number(at: 24, size: 4) == 24_000)
        #expect(file.number(at: 28, size: 4) == 48_000)
        #expect(file.number(at: 32, size: 2) == 2)
        #expect(file.number(at: 34, size: 2) == 16)
        #expect(file.number(at: 40, size: 4) == 2 * count)
    }

    @Test func `an MP3 starts with a frame that tells its length, and has no ID3 tag`() throws {
        let file = try EncodedFile.encoded(Signal.noise(amplitude: 0.1, count: 64_000), .standard(.mp3), at: 32_000).file
        #expect(file.bytes.starts(with: [0xFF, 0xFB]))
        #expect(file.starts(with: "Info", within: 64))
        #expect(file.starts(with: "Lavf", within: 256))
        #expect(!file.bytes.suffix(128).starts(with: Array("TAG".utf8)))
    }

    @Test func `an Opus file has a fixed serial number`() throws {
        let file = try EncodedFile.encoded(Signal.noise(count: 100), .standard(.opus), at: 48_000).file
        #expect(file.bytes.starts(with: Array("OggS".utf8)))
        #expect(file.number(at: 14, size: 4) == 0)
    }

    @Test func `an Opus file keeps to its bit rate`() throws {
        let samples = Signal.noise(amplitude: 0.3, count: 48_000 * 5)
        let file = try EncodedFile.encoded(samples, .standard(.opus), at: 48_000).file
        #expect(abs(Double(file.bytes.count) * 8 / 5 - 32_000) < 4000)
    }

    @Test(arguments: [AudioFormat.wav, .mp3, .flac]) func `a header is completed by a piece of a lower offset`(format: AudioFormat) throws {
        let encoding = AudioEncoding.standard(format)
        let samples = Signal.noise(amplitude: 0.5, count: encoding.sampleRate * 5)
        let file = try EncodedFile.encoded(samples, encoding, at: encoding.sampleRate).file
        let last = try #require(file.pieces.last)
        #expect(last.offset + last.bytes.count < file.bytes.count)
        // Without it the file starts out the same and differs in its header.
        #expect(file.pieces.flatMap(\.bytes) != file.bytes)
        #expect(try file.decodedCount(at: encoding.sampleRate) == samples.count)
    }

    @Test func `pieces are no larger than what a stream wants`() throws {
        for encoding in Self.encodings {
            let file = try EncodedFile.encoded(Signal.noise(count: 200_000), encoding, at: 24_000, partSize: 4000).file
            #expect(file.pieces.allSatisfy { $0.bytes.count <= 65_536 })
        }
    }

    @Test func `no sample gives a whole file of no length`() throws {
        for encoding in Self.encodings where encoding.format != .pcm {
            let file = try EncodedFile.encoded([], encoding, at: 22_050).file
            #expect(try file.decodedCount(at: encoding.sampleRate) <= 1)
        }
        #expect(try EncodedFile.encoded([], .standard(.pcm), at: 22_050).file.bytes.isEmpty)
    }

    @Test func `what the receiver throws comes out, and closes the encoder`() throws {
        struct Full: Error {}
        for format in AudioFormat.allCases {
            let samples = Signal.noise(count: 48_000)
            #expect(throws: Full.self) {
                let encoder = try AudioEncoder(encoding: .standard(format), inputSampleRate: 24_000) { _ in throw Full() }
                try encoder.encode(samples)
                try encoder.finish()
            }
        }
        let encoder = try AudioEncoder(encoding: .standard(.pcm), inputSampleRate: 24_000) { _ in throw Full() }
        #expect(throws: Full.self) { try encoder.encode(Signal.noise(count: 48_000)) }
        #expect(throws: AudioEncodingError.closed) { try encoder.encode([0]) }
        #expect(throws: AudioEncodingError.closed) { try encoder.finish() }
    }

    @Test func `a finished encoder takes no more`() throws {
        let encoder = try AudioEncoder(encoding: .standard(.wav), inputSampleRate: 24_000) { _ in }
        try encoder.finish()
        #expect(throws: AudioEncodingError.closed) { try encoder.encode([0]) }
    }

    @Test func `nothing is left behind by an encoder that is not finished`() throws {
        for format in AudioFormat.allCases {
            try AudioEncoder(encoding: .standard(format), inputSampleRate: 24_000) { _ in }.encode(Signal.noise(count: 5000))
        }
    }

    @Test(arguments: [0, -1, 3999, 192_001, .max]) func `an input rate that is out of bounds is refused`(rate: Int) {
        #expect(throws: AudioEncodingError.unsupportedInputSampleRate(rate)) {
            try AudioEncoder(encoding: .standard(.wav), inputSampleRate: rate) { _ in }
        }
    }
}
