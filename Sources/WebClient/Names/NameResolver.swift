import Foundation
import Synchronization

/// Looks names up, by the system's resolver, for a bounded time.
final class NameResolver: Sendable {
    private let patience: Duration
    private let count = Mutex(0)

    /// How many names are looked up at once: each takes a thread for as long as the system's resolver does, which may be half a minute.
    private static let limit = 16

    /// - Parameter patience: How long a caller waits.
    init(patience: Duration) {
        self.patience = patience
    }

    /// The addresses of a host: none where it has none, where they can't be told in time, or where too many others are being looked up.
    func addresses(of host: String) async -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        guard begin() else { return [] }
        let (answers, answer) = AsyncStream.makeStream(of: [IPAddress].self)
        Thread.detachNewThread {
            let found = Self.lookUp(host)
            self.count.withLock { $0 -= 1 }
            answer.yield(found)
            answer.finish()
        }
        return await withTaskGroup { group in
            group.addTask {
                for await addresses in answers { return addresses }
                return []
            }
            group.addTask { [patience] in
                try? await Task.sleep(for: patience)
                return []
            }
            defer { group.cancelAll() }
            return await group.next() ?? []
        }
    }

    private func begin() -> Bool {
        count.withLock { count in
            guard count < Self.limit else { return false }
            count += 1
            return true
        }
    }

    private static func lookUp(_ host: String) -> [IPAddress] {
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, nil, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first, next: { $0?.pointee.ai_next }).prefix { $0 != nil }.compactMap { entry in
            entry.flatMap { entry in entry.pointee.ai_addr.flatMap { IPAddress(socketAddress: $0, count: Int(entry.pointee.ai_addrlen)) } }
        }
    }
}
