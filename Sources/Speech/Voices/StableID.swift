/// Ids that are derived from a name, and so are the same on every machine and for ever.
public enum StableID {
    /// `cl` and 23 letters and digits, as ids look in the Credits family.
    public static func credits(of name: String) -> String {
        "cl" + written(hash(name), in: "0123456789abcdefghijklmnopqrstuvwxyz", digits: 23)
    }

    /// A number of 14 digits.
    public static func number(of name: String) -> Int {
        Int(10_000_000_000_000 + hash("number:" + name) % 90_000_000_000_000)
    }

    /// 20 letters and digits, as voices' ids look in Labs.
    static func labs(of name: String) -> String {
        written(hash("labs:" + name), in: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", digits: 20)
    }

    /// 15 digits, the first a 3 to 9, as voices' ids look in Max, where those that other services gave begin with a 2.
    public static func max(of name: String) -> String {
        let digits = written(hash("max:" + name), in: "0123456789", digits: 15)
        return written(hash("max:" + name) / 1_000_000_000_000_000, in: "3456789", digits: 1) + digits.dropFirst()
    }

    /// FNV-1a, 128 bits (draft-eastlake-fnv): spreads names well; it guards nothing.
    static func hash(_ name: String) -> UInt128 {
        let prime: UInt128 = (1 << 88) | 0x13B
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in name.utf8 {
            hash ^= UInt128(byte)
            hash &*= prime
        }
        return hash
    }

    /// `value`, the highest digits first, in the characters of `alphabet`.
    private static func written(_ value: UInt128, in alphabet: String, digits: Int) -> String {
        let alphabet = Array(alphabet.utf8)
        var rest = value
        var letters = [UInt8](repeating: 0, count: digits)
        for index in letters.indices.reversed() {
            letters[index] = alphabet[Int(rest % UInt128(alphabet.count))]
            rest /= UInt128(alphabet.count)
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
