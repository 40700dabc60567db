extension FileName {
    /// How many subfolders the files of a disk are spread over.
    static let subfolderCount = 256

    /// The name of a subfolder: two hexadecimal digits.
    static func subfolder(_ index: Int) -> String {
        let digits = String(index, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    /// The subfolder a file is in, from its name by FNV-1a (64 bits, folded to 8), which spreads names evenly however alike they begin.
    var subfolder: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in string.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        hash ^= hash >> 32
        hash ^= hash >> 16
        hash ^= hash >> 8
        return Self.subfolder(Int(hash & 0xff))
    }
}
