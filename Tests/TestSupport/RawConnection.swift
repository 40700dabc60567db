import Foundation
import Synchronization

/// A bare TCP connection to a server, for what no proper client does. Letting go of it closes it.
public final class RawConnection: Sendable {
    private let descriptor: Int32
    private let isOpen = Mutex(true)

    /// How long anything may take that is to happen at all, in seconds.
    public static let patience = 60.0

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - url: Its base, as `http://127.0.0.1:49152`.
    ///   - receiveBuffer: How many bytes the kernel keeps for it, about; nil for the usual.
    public init(to url: String, receiveBuffer: Int32? = nil) throws {
        guard let components = URLComponents(string: url), let port = components.port.flatMap({ UInt16(exactly: $0) }) else {
            throw SpawnError(url, code: EINVAL)
        }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SpawnError(url, code: errno) }
        if var size = receiveBuffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size)) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, components.host ?? "", &address.sin_addr)
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard code == 0 else {
            let error = errno
            Foundation.close(descriptor)
            throw SpawnError(url, code: error)
        }
    }

    deinit {
        close()
    }

    /// Closes the connection, with what has not been read.
    public func close() {
        isOpen.withLock { isOpen in
            if isOpen { Foundation.close(descriptor) }
            isOpen = false
        }
    }

    /// Says that nothing more will be sent.
    public func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Sends what the kernel takes of `text` at once.
    ///
    /// - Returns: How many bytes that was; nil where the other end has gone.
    @discardableResult
    public func send(_ text: String) -> Int? {
        send(Array(text.utf8)[...])
    }

    private func send(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        let count = Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        return count >= 0 ? count : errno == EAGAIN ? 0 : nil
    }

    /// What has come, or comes within `seconds`; nil where the other end has gone.
    public func receive(within seconds: Double = patience) async -> Data? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in continuation.resume(returning: read(within: seconds)) }
        }
    }

    /// Everything until the other end closes the connection, as text; nil where it does not.
    public func receiveToEnd(within seconds: Double = patience) async -> String? {
        await receiveBytesToEnd(within: seconds).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything until the other end closes the connection; nil where it does not.
    public func receiveBytesToEnd(within seconds: Double = patience) async -> Data? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                let deadline = Date(timeIntervalSinceNow: seconds)
                var all = Data()
                while deadline.timeIntervalSinceNow > 0 {
                    guard let data = read(within: deadline.timeIntervalSinceNow) else {
                        return continuation.resume(returning: all)
                    }
                    all += data
                }
                continuation.resume(returning: nil)
            }
        }
    }

    /// Sends `piece` again and again, each time whole, with `pause` seconds in between, until the other end answers or goes; answers all that it says.
    public func drip(_ piece: String, every pause: Double, for seconds: Double = patience) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                let deadline = Date(timeIntervalSinceNow: seconds)
                let piece = Array(piece.utf8)
                var rest = piece[...]
                var all = Data()
                while deadline.timeIntervalSinceNow > 0 {
                    // What the kernel did not take goes before another piece.
                    rest = rest.dropFirst(send(rest) ?? rest.count)
                    if rest.isEmpty { rest = piece[...] }
                    guard let data = read(within: pause) else {
                        return continuation.resume(returning: String(decoding: all, as: UTF8.self))
                    }
                    all += data
                }
                continuation.resume(returning: nil)
            }
        }
    }

    private func read(within seconds: Double) -> Data? {
        var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&event, 1, Int32(max(0, seconds) * 1000)) > 0 else { return Data() }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Data(buffer.prefix(count)) : nil
    }
}
