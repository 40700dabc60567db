/// The first elements of a Matroska file (RFC 8794, "Extensible Binary Meta Language", section 8.1; RFC 9559, section 5.1): the header, which tells WebM from
/// what else there is, and the size of the segment, which is the rest of the file.
struct MatroskaHeader {
    /// What the file calls itself: `webm`, `matroska`; nil where the header does not say.
    let documentType: String?

    /// How many bytes the file has by its own account; nil where it does not say, as one that is written while it is recorded.
    let claimedByteCount: Int?

    /// How much is read of a file, in bytes: a header has some forty.
    private static let reach = 1024
    private static let (headerID, documentTypeID, segmentID) = (0x1A45_DFA3, 0x4282, 0x1853_8067)

    /// Reads the header of a file.
    init(_ source: ByteSource) {
        let bytes = source.start(Self.reach)
        var rest = bytes[...]
        guard Self.number(&rest, keepsMarker: true) == Self.headerID, let size = Self.number(&rest, keepsMarker: false) else {
            (documentType, claimedByteCount) = (nil, nil)
            return
        }
        documentType = Self.documentType(in: rest.prefix(size))
        rest = rest.dropFirst(size)
        claimedByteCount = Self.segmentSize(&rest).map { rest.startIndex + $0 }
    }

    /// Takes the beginning of the segment.
    private static func segmentSize(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard number(&bytes, keepsMarker: true) == segmentID else { return nil }
        let place = bytes.startIndex
        guard let size = number(&bytes, keepsMarker: false) else { return nil }
        // All bits but the marker are ones where it is not known.
        return size == 1 << (7 * (bytes.startIndex - place)) - 1 ? nil : size
    }

    private static func documentType(in bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
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
