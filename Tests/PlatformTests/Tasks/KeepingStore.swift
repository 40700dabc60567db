import Files
import Foundation

/// A store one of whose files can't be deleted.
struct KeepingStore: FileStore {
    let store: any FileStore
    let kept: String

    func makeWriter(maximumSize: Int) async throws -> any FileWriter { try await store.makeWriter(maximumSize: maximumSize) }

    func size(of name: String) async throws -> Int { try await store.size(of: name) }

    func read(_ name: String, range: Range<Int>) async throws -> FileChunks { try await store.read(name, range: range) }

    func delete(_ name: String) async throws {
        if name == kept { throw FileStoreError.readOnly }
        try await store.delete(name)
    }

    func list(page: FilePage.Cursor?) async throws -> FilePage { try await store.list(page: page) }

    func sweepTemporary(olderThan date: Date, isDryRun: Bool) async throws -> [FilePage.Entry] {
        try await store.sweepTemporary(olderThan: date, isDryRun: isDryRun)
    }
}
