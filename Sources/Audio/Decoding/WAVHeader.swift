/// The header of a RIFF WAVE file (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0"), which tells how long the audio is to be,
/// where FFmpeg goes by how much of it there is.
struct WAVHeader {
    /// Seconds of audio that the header claims; nil where it does not say, as that of a recording which was written into a pipe.
    let duration: Double?

    /// How much is read of a file, in bytes: samples come after less, but for files with much written about them.
    private static let reach = 64 << 10
    /// From this size on, in bytes, a size is a word for one that is not known.
    private static let unknownSize = 0x7FFF_0000

    /// Reads the header of a file.
    init(_ source: ByteSource) {
        duration = Self.duration(in: source.start(Self.reach))
    }

    private static func duration(in bytes: [UInt8]) -> Double? {
        guard bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WAVE".utf8)) else { return nil }
        var (place, bytesASecond) = (12, 0)
        while place + 8 <= bytes.count {
            let (name, size) = (bytes[place..<place + 4], number(bytes, at: place + 4))
            if name.elementsEqual("fmt ".utf8), place + 20 <= bytes.count { bytesASecond = number(bytes, at: place + 16) }
            if name.elementsEqual("data".utf8) {
                return bytesASecond > 0 && size < unknownSize ? Double(size) / Double(bytesASecond) : nil
            }
            // Chunks begin at even places.
            place += 8 + size + size % 2
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
