import Foundation

/// What a server says on standard output when it listens.
struct ServerBanner: Sendable {
    /// Where it listens: `http://127.0.0.1:49152`.
    let url: String
    /// The first user's key; nil at a later start.
    let key: String?

    /// How long a start may take, in milliseconds.
    private static let patience: Int32 = 60_000

    /// The banner in `text`; nil while it is not whole.
    init?(_ text: String) {
        guard let match = text.firstMatch(of: #/listens on (http://[^\s]+)\. /#) else { return nil }
        url = String(match.1)
        key = text.firstMatch(of: #/\n +(ey[^\s]+)\n/#).map { String($0.1) }
        guard text.contains(key == nil ? "--user NAME" : "-o hello.mp3\n") else { return nil }
    }

    /// Reads the banner; nil when the output ends before it is whole, or nothing comes.
    static func read(from pipe: NamedPipe) async -> ServerBanner? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: wait(for: pipe)) }
        }
    }

    private static func wait(for pipe: NamedPipe) -> ServerBanner? {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            var event = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&event, 1, patience) > 0 else { return nil }
            let count = Foundation.read(pipe.descriptor, &buffer, buffer.count)
            guard count > 0 else { return nil }
            text += String(decoding: buffer.prefix(count), as: UTF8.self)
            if let banner = ServerBanner(text) { return banner }
        }
    }
}
