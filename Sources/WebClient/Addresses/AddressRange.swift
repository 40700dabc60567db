/// Addresses that begin with the same bits, written as CIDR has it (RFC 4632): `10.0.0.0/8`, `fd00::/8`.
public struct AddressRange: Sendable, Hashable {
    private let first: IPAddress
    /// How many bits they have in common.
    private let prefix: Int

    /// The range that a text is: an address and how many of its bits count, or an address alone. The bits that do not count are 0.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = IPAddress(String(parts[0])), parts.count <= 2 else { return nil }
        let width = first.bytes.count * 8
        var prefix = width
        if parts.count == 2 {
            guard (1...3).contains(parts[1].count), parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(parts[1]), number <= width
            else { return nil }
            prefix = number
        }
        guard first.bytes.indices.allSatisfy({ first.bytes[$0] & ~Self.mask(of: $0, prefix) == 0 }) else { return nil }
        self.first = first
        self.prefix = prefix
    }

    /// Whether an address is one of them.
    public func contains(_ address: IPAddress) -> Bool {
        address.bytes.count == first.bytes.count
            && address.bytes.indices.allSatisfy { (address.bytes[$0] ^ first.bytes[$0]) & Self.mask(of: $0, prefix) == 0 }
    }

    /// Which bits of the byte at `index` are among the first `prefix` of all.
    private static func mask(of index: Int, _ prefix: Int) -> UInt8 {
        let count = min(max(prefix - index * 8, 0), 8)
        return UInt8(truncatingIfNeeded: 0xFF00 >> count)
    }
}
