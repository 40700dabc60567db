import Synchronization

/// The shelves of users who have clones and listed voices lately. A shelf is used for as long as its user's clones are the same.
final class VoiceShelves: Sendable {
    private struct Entry {
        var shelf: VoiceShelf
        var revision: Int
        var lastUse: Int
    }

    private let state = Mutex<(entries: [String: Entry], uses: Int)>(([:], 0))

    /// How many clones are kept in memory, about 1 KB each, beyond those of the user who asks.
    private static let limit = 20_000

    /// A user's shelf, if it is as the user's clones are now.
    func shelf(of userID: String, revision: Int) -> VoiceShelf? {
        state.withLock { state in
            guard let entry = state.entries[userID], entry.revision == revision else { return nil }
            state.uses += 1
            state.entries[userID]?.lastUse = state.uses
            return entry.shelf
        }
    }

    /// Keeps a user's shelf, in the place of those that nobody has used for longest.
    func keep(_ shelf: VoiceShelf, of userID: String, revision: Int) {
        state.withLock { state in
            state.uses += 1
            state.entries[userID] = nil
            while state.entries.values.reduce(shelf.clones.count, { $0 + $1.shelf.clones.count }) > Self.limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                state.entries[oldest.key] = nil
            }
            state.entries[userID] = Entry(shelf: shelf, revision: revision, lastUse: state.uses)
        }
    }
}
