import Speech

extension AudioFormat {
    /// The sample rates of the format, in Hz.
    ///
    /// MP3 has the nine of MPEG-1, MPEG-2 and MPEG-2.5 (ISO/IEC 11172-3, 13818-3); Opus the five that its encoder takes (RFC 6716, section 2).
    public var sampleRates: SampleRates {
        switch self {
        case .mp3: .list([8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
        case .opus: .list([8000, 12_000, 16_000, 24_000, 48_000])
        case .wav, .flac, .pcm: .range(8000...192_000)
        }
    }

    /// The bit rates of the format at a sample rate, in bit/s.
    ///
    /// Those of MP3 are the table of its standard; LAME stops at 64 kbit/s below 16 kHz. Those of Opus are what makes sense for one channel
    /// (RFC 6716, section 2.1.1) up to what libopus takes for it.
    public func bitRates(at sampleRate: Int) -> BitRates {
        switch self {
        case .mp3 where sampleRate < 16_000:
            .list([8, 16, 24, 32, 40, 48, 56, 64].map { $0 * 1000 })
        case .mp3 where sampleRate < 32_000:
            .list([8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160].map { $0 * 1000 })
        case .mp3:
            .list([32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320].map { $0 * 1000 })
        case .opus:
            .range(6000...256_000)
        case .wav, .flac, .pcm:
            .none
        }
    }
}

extension AudioEncoding {
    /// Checks that the format has this sample rate and this bit rate: neither is replaced by the nearest one in silence.
    ///
    /// - Throws: ``AudioEncodingError/unsupportedSampleRate(_:_:supported:)``, ``AudioEncodingError/unsupportedBitRate(_:_:supported:)``.
    public func validate() throws {
        let sampleRates = format.sampleRates
        guard sampleRates.contains(sampleRate) else {
            throw AudioEncodingError.unsupportedSampleRate(sampleRate, format, supported: sampleRates)
        }
        let bitRates = format.bitRates(at: sampleRate)
        guard bitRates.contains(bitRate) else {
            throw AudioEncodingError.unsupportedBitRate(bitRate, format, supported: bitRates)
        }
    }
}
