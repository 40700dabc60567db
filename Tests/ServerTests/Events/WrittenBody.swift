import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Keeps what a body writes.
struct WrittenBody: ResponseBodyWriter {
    /// What was written.
    final class Record: Sendable {
        private let state = Mutex((text: "", isFinished: false))

        var text: String { state.withLock { $0.text } }
        var isFinished: Bool { state.withLock { $0.isFinished } }

        fileprivate func add(_ buffer: ByteBuffer) { state.withLock { $0.text += String(buffer: buffer) } }
        fileprivate func finish() { state.withLock { $0.isFinished = true } }
    }

    let record = Record()

    mutating func write(_ buffer: ByteBuffer) async throws {
        record.add(buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        record.finish()
    }
}
