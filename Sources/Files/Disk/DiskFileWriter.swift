internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file of a disk in the making.
final class DiskFileWriter: FileWriter {
    private let folders: DiskFolders
    private let temporaryPath: String
    private let maximumSize: Int
    private let queue: DiskQueue
    private let state: Mutex<State>

    private struct State: ~Copyable {
        /// The open file, or nil once it is committed or discarded.
        var file: FileDescriptor?
        /// How many bytes it has.
        var size = 0
        /// Why it can't be committed any more.
        var failure: FileStoreError?
    }

    /// Takes over a new file that is open at `temporaryPath`.
    init(_ file: consuming FileDescriptor, temporaryPath: String, folders: DiskFolders, maximumSize: Int, queue: DiskQueue) {
        self.temporaryPath = temporaryPath
        self.folders = folders
        self.maximumSize = maximumSize
        self.queue = queue
        state = Mutex(State(file: file))
    }

    deinit {
        discard()
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
        try state.withLock { state in
            if let failure = state.failure {
                throw failure
            }
            do throws(FileStoreError) {
                try write(bytes, at: offset, to: &state)
            } catch {
                state.failure = error
                throw error
            }
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int, to state: inout State) throws(FileStoreError) {
        let (end, isTooFar) = offset.addingReportingOverflow(bytes.count)
        guard offset >= 0, !isTooFar, end <= maximumSize else {
            throw .tooLarge(maximum: maximumSize)
        }
        guard state.file != nil else {
            throw .finished
        }
        try state.file?.write(bytes, at: offset)
        if !bytes.isEmpty {
            state.size = max(state.size, end)
        }
    }

    func restart() throws {
        try state.withLock { state in
            guard state.file != nil else { throw FileStoreError.finished }
            try state.file?.truncate()
            state.size = 0
            state.failure = nil
        }
    }

    func commit(as name: String) async throws -> StoredFile {
        try await queue.run { [self] in
            try state.withLock { state in
                defer { discard(&state) }
                let name = try FileName(name)
                if let failure = state.failure {
                    throw failure
                }
                guard state.file != nil else {
                    throw FileStoreError.finished
                }
                try state.file?.sync()
                try folders.publish(temporaryPath, as: name)
                return StoredFile(name: name.string, size: state.size)
            }
        }
    }

    func discard() {
        state.withLock { discard(&$0) }
    }

    private func discard(_ state: inout State) {
        guard state.file != nil else {
            return
        }
        state.file = nil
        // Absent where it was given its own name. One that can't be removed is for the sweep.
        unlink(temporaryPath)
    }
}
