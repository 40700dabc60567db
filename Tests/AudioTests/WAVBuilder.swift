/// Makes WAV files of any layout, true or not.
struct WAVBuilder {
    var formatTag = 1
    var channels = 1
    var sampleRate = 16_000
    var bitsPerSample = 16
    /// The bytes of the samples.
    var data: [UInt8] = []
    /// What the header says that the data's size is, in bytes; nil for the truth.
    var claimedSize: Int?

    /// 16-bit data.
    static func data(_ samples: [Int16]) -> [UInt8] {
        samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    /// The file.
    var bytes: [UInt8] {
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
