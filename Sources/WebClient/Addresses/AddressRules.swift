/// Which addresses may be connected to: those of the public internet, and what an operator allows beside them.
public struct AddressRules: Sendable, Hashable {
    private let allowed: [AddressRange]

    /// Rules that allow the public internet and `allowed`.
    public init(allowing allowed: [AddressRange] = []) {
        self.allowed = allowed
    }

    /// Whether an address may be connected to.
    public func allow(_ address: IPAddress) -> Bool {
        // A socket to an IPv4-mapped address (RFC 4291) is one to the IPv4 address in it.
        let address = IPAddress.mapped.contains(address) ? address.embedded(at: 12) : address
        return allowed.contains { $0.contains(address) } || address.isPublic
    }
}

extension IPAddress {
    /// Whether the address is one of the public internet's, and not set aside for networks, machines and documents of one's own.
    fileprivate var isPublic: Bool {
        // What translates to IPv4 (NAT64, RFC 6052; 6to4, RFC 3056) is as public as the address in it.
        if Self.nat64.contains(self) { return embedded(at: 12).isPublic }
        if Self.sixToFour.contains(self) { return embedded(at: 2).isPublic }
        return (isV4 || Self.globalUnicast.contains(self)) && !Self.reserved.contains { $0.contains(self) }
    }

    fileprivate static let mapped = AddressRange(known: "::ffff:0:0/96")
    private static let nat64 = AddressRange(known: "64:ff9b::/96")
    private static let sixToFour = AddressRange(known: "2002::/16")
    /// All that is assigned of IPv6 for machines; the others (loopback, link-local, unique local, multicast, mapped) lie outside of it.
    private static let globalUnicast = AddressRange(known: "2000::/3")

    /// IANA's registries of special-purpose addresses (RFC 6890), and a cloud's own.
    private static let reserved = [
        "0.0.0.0/8",  // this network, with the unspecified address
        "10.0.0.0/8",  // private
        "100.64.0.0/10",  // shared by customers of a provider, with the metadata of Alibaba Cloud
        "127.0.0.0/8",  // loopback
        "168.63.129.16/32",  // the platform of Azure
        "169.254.0.0/16",  // link-local, with the metadata of most clouds
        "172.16.0.0/12",  // private
        "192.0.0.0/24",  // protocols
        "192.0.2.0/24",  // documentation
        "192.88.99.0/24",  // relays of 6to4, which are no more
        "192.168.0.0/16",  // private
        "198.18.0.0/15",  // benchmarks
        "198.51.100.0/24",  // documentation
        "203.0.113.0/24",  // documentation
        "224.0.0.0/4",  // multicast
        "240.0.0.0/4",  // reserved, with the broadcast address
        "2001::/23",  // protocols, with Teredo
        "2001:db8::/32",  // documentation
        "3fff::/20",  // documentation
    ].map(AddressRange.init(known:))
}

extension AddressRange {
    /// A range of this file.
    fileprivate init(known text: String) {
        guard let range = AddressRange(text) else { preconditionFailure("\(text) is no range") }
        self = range
    }
}
