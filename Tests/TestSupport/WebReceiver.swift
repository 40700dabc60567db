import Foundation
import Synchronization

/// A web server on 127.0.0.1 that keeps what it is sent, and answers, or does not, as a test says.
public final class WebReceiver: Sendable {
    /// What it does with a request.
    public enum Answer: Sendable {
        /// Answers it, and waits for another.
        case status(Int, headers: [String: String] = [:])
        /// Sends these bytes, whatever they mean, and closes the connection.
        case bytes(String)
        /// Sends these bytes, and then nothing, with the connection open.
        case hang(after: String = "")
        /// Sends the first bytes, and then the others over and over, for as long as anyone reads them, with so many microseconds between.
        case endless(String, then: String, pause: UInt32 = 0)
    }

    private struct State {
        var requests: [ReceivedRequest] = []
        var connectionCount = 0
        var watchers: [AsyncStream<Int>.Continuation] = []
        var connections: Set<Int32> = []
        var isClosed = false
    }

    /// The port that it listens on.
    public let port: Int
    private let listener: Int32
    private let state = Shared()

    /// What the threads of connections share, which may outlive the receiver for a moment.
    private final class Shared: Sendable {
        let value = Mutex(State())
    }

    /// Starts a receiver.
    ///
    /// - Parameters:
    ///   - port: Where it listens; nil for a port that is free.
    ///   - answer: What it does with a request, by the number of the request, from 0.
    public init(port: Int? = nil, answer: @escaping @Sendable (Int) -> Answer = { _ in .status(200) }) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var reuse: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port ?? 0).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress!
            return bind(listener, pointer, length) == 0 && listen(listener, 1024) == 0 && getsockname(listener, pointer, &length) == 0
        }
        guard isListening else { throw SpawnError("A receiver", code: errno) }
        self.listener = listener
        self.port = Int(in_port_t(bigEndian: address.sin_port))
        Thread.detachNewThread { [listener, state] in Self.accept(on: listener, state, answer) }
    }

    deinit {
        let connections = state.value.withLock { state in
            state.isClosed = true
            return state.connections
        }
        // Their threads close them.
        for descriptor in connections { shutdown(descriptor, Int32(SHUT_RDWR)) }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// A URL on the receiver.
    public func url(_ path: String = "/hook", host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    /// How many connections were made to it.
    public var connectionCount: Int {
        state.value.withLock { $0.connectionCount }
    }

    /// All requests so far.
    public var requests: [ReceivedRequest] {
        state.value.withLock { $0.requests }
    }

    /// All requests, once there are `count` of them.
    ///
    /// - Throws: `CancellationError`.
    public func requests(_ count: Int) async throws -> [ReceivedRequest] {
        let (counts, watcher) = AsyncStream.makeStream(of: Int.self)
        state.value.withLock { state in
            state.watchers.append(watcher)
            watcher.yield(state.requests.count)
        }
        for await total in counts where total >= count { return requests }
        throw CancellationError()
    }

    private static func accept(on listener: Int32, _ state: Shared, _ answer: @escaping @Sendable (Int) -> Answer) {
        while true {
            let descriptor = Foundation.accept(listener, nil, nil)
            guard descriptor >= 0 else { break }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            let isClosed = state.value.withLock { state in
                state.connectionCount += 1
                state.connections.insert(descriptor)
                return state.isClosed
            }
            if isClosed { shutdown(descriptor, Int32(SHUT_RDWR)) }
            Thread.detachNewThread {
                serve(descriptor, state, answer)
                state.value.withLock { state in
                    state.connections.remove(descriptor)
                    close(descriptor)
                }
            }
        }
        close(listener)
    }

    private static func serve(_ descriptor: Int32, _ state: Shared, _ answer: @Sendable (Int) -> Answer) {
        while let request = read(descriptor) {
            let (number, watchers) = state.value.withLock { state in
                state.requests.append(request)
                return (state.requests.count, state.watchers)
            }
            for watcher in watchers { watcher.yield(number) }
            guard reply(answer(number - 1), on: descriptor) else { return }
        }
    }

    private static func read(_ descriptor: Int32) -> ReceivedRequest? {
        var bytes = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer.prefix(count)
            if let request = ReceivedRequest(bytes) { return request }
        }
    }

    /// - Returns: Whether another request may come.
    private static func reply(_ answer: Answer, on descriptor: Int32) -> Bool {
        switch answer {
        case .status(let status, let headers):
            let fields = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
            return write("HTTP/1.1 \(status) Status\r\nContent-Length: 0\r\n\(fields)\r\n", to: descriptor)
        case .bytes(let text):
            _ = write(text, to: descriptor)
            return false
        case .hang(let text):
            guard write(text, to: descriptor) else { return false }
            var byte: UInt8 = 0
            // Until the other side hangs up.
            while recv(descriptor, &byte, 1, 0) > 0 {}
            return false
        case .endless(let first, let rest, let pause):
            guard write(first, to: descriptor) else { return false }
            while write(rest, to: descriptor) { usleep(pause) }
            return false
        }
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Data(text.utf8)
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
