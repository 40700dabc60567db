/// The first element of a Matroska file (RFC 8794, "Extensible Binary Meta Language", section 8.1), which tells WebM from what else there is.
struct MatroskaHeader {
    /// What the file calls itself: `webm`, `matroska`; nil where the header does not say.
    let documentType: String?

    /// How much is read of a file, in bytes: a header has some forty.
    private static let reach = 1024
    private static let (headerID, documentTypeID) = (0x1A45_DFA3, 0x4282)

    /// Reads the header of a file.
    init(_ source: ByteSource) {
        documentType = Self.documentType(in: source.start(Self.reach)[...])
    }

    private static func documentType(in bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        guard number(&rest, keepsMarker: true) == headerID, let size = number(&rest, keepsMarker: false) else { return nil }
        rest = rest.prefix(size)
        while let id = number(&rest, keepsMarker: true), let size = number(&rest, keepsMarker: false), size <= rest.count {
            // A text may be shorter than its place.
            if id == documentTypeID { return String(decoding: rest.prefix(size).prefix { $0 != 0 }, as: UTF8.self) }
            rest = rest.dropFirst(size)
        }
        return nil
    }

    /// Takes a number of variable length, at most 56 bits: as many zeros lead it as bytes follow the first, and then a marker.
    private static func number(_ bytes: inout ArraySlice<UInt8>, keepsMarker: Bool) -> Int? {
        guard let first = bytes.first, first != 0 else { return nil }
        let length = first.leadingZeroBitCount + 1
        guard bytes.count >= length else { return nil }
        let value = bytes.prefix(length).reduce(0) { $0 << 8 | Int($1) }
        bytes = bytes.dropFirst(length)
        return keepsMarker ? value : value & ~(1 << (7 * length))
    }
}
