/// Ids that are derived from a name, and so are the same on every machine and for ever.
public enum StableID {
    /// `cl` and 23 letters and digits, as ids look in the Credits family.
    public static func credits(of name: String) -> String {
        "cl" + base36(hash(name), digits: 23)
    }

    /// FNV-1a, 128 bits (draft-eastlake-fnv): spreads names well; it guards nothing.
    private static func hash(_ name: String) -> UInt128 {
        let prime: UInt128 = (1 << 88) | 0x13B
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in name.utf8 {
            hash ^= UInt128(byte)
            hash &*= prime
        }
        return hash
    }

    private static func base36(_ value: UInt128, digits: Int) -> String {
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        var rest = value
        var characters: [Character] = []
        for _ in 0..<digits {
            characters.append(alphabet[Int(rest % 36)])
            rest /= 36
        }
        return String(characters.reversed())
    }
}
