/// Numbers that look random, and are the same on every machine and for ever: drawn from a name, by SplitMix64 (Steele, Lea and Flood, 2014).
public struct StableNumbers: Sendable {
    private var state: UInt64

    /// The numbers of a name.
    public init(of name: String) {
        state = UInt64(truncatingIfNeeded: StableID.hash(name))
    }

    /// The next number, from 0 up to but not including `limit`, which is at least 1.
    public mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
}
