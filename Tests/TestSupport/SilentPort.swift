import Foundation

/// A port of 127.0.0.1 that nobody listens on, and that nobody else gets for as long as this is there.
public final class SilentPort: Sendable {
    /// Its number.
    public let number: Int
    private let descriptor: Int32

    /// Takes one that is free.
    public init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isTaken = withUnsafeMutableBytes(of: &address) { [descriptor] bytes in
            let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress!
            return bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
        }
        guard isTaken else { throw SpawnError("A port", code: errno) }
        number = Int(in_port_t(bigEndian: address.sin_port))
    }

    deinit {
        close(descriptor)
    }
}
