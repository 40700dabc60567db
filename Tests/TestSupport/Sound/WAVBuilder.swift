/// Makes WAV files of any layout, true or not.
public struct WAVBuilder {
    private let formatTag: Int
    private let channels: Int
    private let sampleRate: Int
    private let bitsPerSample: Int
    /// The bytes of the samples.
    private let data: [UInt8]
    /// What the header says that the data's size is, in bytes; nil for the truth.
    private let claimedSize: Int?

    /// A file of these bytes of samples.
    public init(
        formatTag: Int = 1, channels: Int = 1, sampleRate: Int = 16_000, bitsPerSample: Int = 16, data: [UInt8] = [], claimedSize: Int? = nil
    ) {
        self.formatTag = formatTag
        self.channels = channels
        self.sampleRate = sampleRate
        self.bitsPerSample = bitsPerSample
        self.data = data
        self.claimedSize = claimedSize
    }

    /// 16-bit data.
    public static func data(_ samples: [Int16]) -> [UInt8] {
        samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    /// The file.
    public var bytes: [UInt8] {
        let frameSize = channels * bitsPerSample / 8
        let size = claimedSize ?? data.count
        return Array("RIFF".utf8) + number(36 + size, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + number(formatTag, 2)
            + number(channels, 2) + number(sampleRate, 4) + number(sampleRate * frameSize, 4) + number(frameSize, 2)
            + number(bitsPerSample, 2) + Array("data".utf8) + number(size, 4) + data
    }

    private func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
