import Audio
import Speech
import Testing

@Suite struct AudioEncodingRatesTests {
    @Test(arguments: AudioFormat.allCases) func `the standard encodings are valid`(format: AudioFormat) throws {
        try AudioEncoding.standard(format).validate()
    }

    @Test(arguments: AudioFormat.allCases) func `every rate that a format tells can be encoded`(format: AudioFormat) throws {
        guard case .list(let sampleRates) = format.sampleRates else { return }
        for sampleRate in sampleRates {
            var bitRates: [Int?] = [nil]
            switch format.bitRates(at: sampleRate) {
            case .none: break
            case .list(let rates): bitRates = rates
            case .range(let range): bitRates = [range.lowerBound, range.upperBound]
            }
            for bitRate in bitRates {
                let encoding = AudioEncoding(format: format, sampleRate: sampleRate, bitRate: bitRate)
                let file = try EncodedFile.encoded(Signal.noise(amplitude: 0.5, count: 500), encoding, at: sampleRate).file
                #expect(try file.decodedCount(at: sampleRate) == 500)
                if format == .mp3 {
                    #expect(try AudioProbe(ByteSource(file.bytes), maximumDuration: 1).bitRate == bitRate)
                }
            }
        }
    }

    @Test(arguments: [0, -1, 22_051, 96_000]) func `an MP3 at a rate that the standard does not have is refused`(rate: Int) throws {
        let error = try #require(throws: AudioEncodingError.self) {
            try AudioEncoding(format: .mp3, sampleRate: rate, bitRate: 128_000).validate()
        }
        #expect(error == .unsupportedSampleRate(rate, .mp3, supported: AudioFormat.mp3.sampleRates))
        #expect(
            error.description
                == "mp3 has no sample rate of \(rate) Hz: use 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000 Hz")
    }

    @Test func `a bit rate that the format does not have at the sample rate is refused`() throws {
        for (sampleRate, bitRate) in [(32_000, 100_000), (32_000, 8000), (22_050, 320_000), (8000, 128_000), (32_000, 0), (32_000, -1)] {
            #expect(throws: AudioEncodingError.self) {
                try AudioEncoding(format: .mp3, sampleRate: sampleRate, bitRate: bitRate).validate()
            }
        }
        #expect(throws: AudioEncodingError.self) { try AudioEncoding(format: .opus, sampleRate: 48_000, bitRate: 5999).validate() }
        #expect(throws: AudioEncodingError.self) { try AudioEncoding(format: .opus, sampleRate: 44_100, bitRate: 32_000).validate() }
    }

    @Test func `a bit rate is needed by lossy formats and refused by others`() throws {
        let missing = try #require(throws: AudioEncodingError.self) {
            try AudioEncoding(format: .opus, sampleRate: 48_000, bitRate: nil).validate()
        }
        #expect(missing.description == "opus needs a bit rate: use 6000 to 256000 bit/s")
        let needless = try #require(throws: AudioEncodingError.self) {
            try AudioEncoding(format: .wav, sampleRate: 48_000, bitRate: 64_000).validate()
        }
        #expect(needless.description == "wav has no bit rate: leave out 64000")
    }
}
