import Narration
import Synchronization

/// Keeps a narration's file, and tells when it is begun and written to.
final class MemoryOutput: NarrationOutput {
    /// What happens to an output.
    enum Event: Equatable, CaseIterable {
        case restart
        case write
    }

    private struct State {
        var bytes: [UInt8] = []
        var restarts = 0
    }

    private let state = Mutex(State())
    private let notice: @Sendable (Event) throws -> Void

    /// - Parameter notice: Is called before anything is kept, on the thread that talks to the host.
    init(notice: @escaping @Sendable (Event) throws -> Void = { _ in }) {
        self.notice = notice
    }

    /// The file.
    var bytes: [UInt8] {
        state.withLock { $0.bytes }
    }

    /// How often it was begun.
    var restarts: Int {
        state.withLock { $0.restarts }
    }

    func restart() throws {
        try notice(.restart)
        state.withLock { state in
            state.bytes = []
            state.restarts += 1
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws {
        try notice(.write)
        state.withLock { state in
            let missing = offset + bytes.count - state.bytes.count
            if missing > 0 { state.bytes.append(contentsOf: repeatElement(0, count: missing)) }
            state.bytes.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        }
    }
}
