/// A name that a file may have: 1 to 128 ASCII letters, digits, `-`, `_` and `.`, without a dot at its start.
struct FileName: Hashable, Sendable {
    /// The name.
    let string: String

    /// - Throws: ``FileStoreError/invalidName``.
    init(_ string: String) throws(FileStoreError) {
        guard (1...128).contains(string.utf8.count), string.utf8.first != UInt8(ascii: "."), string.utf8.allSatisfy(Self.allows) else {
            throw .invalidName
        }
        self.string = string
    }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }
}
