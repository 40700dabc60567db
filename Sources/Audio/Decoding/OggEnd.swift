/// The end of an Ogg file (RFC 3533, section 6), which has no header that tells how long it is to be.
struct OggEnd {
    /// Whether the file ends within a page, so that bytes of it are missing.
    let isCutOff: Bool

    /// The length of the largest page, in bytes: a header of 27, a table of 255, and segments of 255 each.
    private static let largestPage = 27 + 255 + 255 * 255
    private static let capture = Array("OggS".utf8)

    /// Reads the end of a file.
    init(_ source: ByteSource) {
        isCutOff = Self.isCutOff(source.end(Self.largestPage))
    }

    private static func isCutOff(_ bytes: [UInt8]) -> Bool {
        guard let start = bytes.indices.last(where: { bytes[$0...].starts(with: capture) }) else { return false }
        let page = bytes[start...]
        guard page.count >= 27 else { return true }
        let segments = Int(page[start + 26])
        let table = page.dropFirst(27).prefix(segments)
        return page.count < 27 + segments + table.reduce(0) { $0 + Int($1) }
    }
}
