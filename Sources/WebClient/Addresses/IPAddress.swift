import Foundation

/// The address of a machine on the internet.
public struct IPAddress: Sendable, Hashable {
    /// Its bytes, the most significant first: 4 of IPv4, 16 of IPv6.
    let bytes: [UInt8]

    /// The address that a text is, in the usual form alone: four decimal numbers, or what RFC 4291 has; no scope.
    public init?(_ text: String) {
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            bytes = Self.bytes(of: v4)
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            bytes = Self.bytes(of: v6)
        } else {
            return nil
        }
    }

    /// The address in a socket's address of `count` bytes; nil for one of another kind.
    init?(socketAddress: UnsafeRawPointer, count: Int) {
        guard count >= MemoryLayout<sockaddr>.size else { return nil }
        switch Int32(socketAddress.loadUnaligned(as: sockaddr.self).sa_family) {
        case AF_INET where count >= MemoryLayout<sockaddr_in>.size:
            bytes = Self.bytes(of: socketAddress.loadUnaligned(as: sockaddr_in.self).sin_addr)
        case AF_INET6 where count >= MemoryLayout<sockaddr_in6>.size:
            bytes = Self.bytes(of: socketAddress.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        default: return nil
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private static func bytes(of address: some Any) -> [UInt8] {
        withUnsafeBytes(of: address) { Array($0) }
    }

    /// Whether it is one of IPv4.
    var isV4: Bool {
        bytes.count == 4
    }

    /// The IPv4 address that is written in an IPv6 address from its byte `index` on.
    func embedded(at index: Int) -> IPAddress {
        IPAddress(bytes: Array(bytes[index..<index + 4]))
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(isV4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
