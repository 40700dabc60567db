import Database
import Speech

extension TaskQueue {
    /// The words of a completed task; none where it has none.
    func words(of id: String) async throws -> [WordTiming] {
        let json = try await database.read { try $0.row("SELECT words FROM task_words WHERE task_id = \(id)")?.string("words") }
        return try Self.words(json)
    }

    /// The words and the length in seconds of the audio that a stored file is; nil where no task came to it.
    func spoken(_ blob: Blob) async throws -> (words: [WordTiming], duration: Double)? {
        let row = try await database.read { connection in
            try connection.row(
                """
                SELECT duration, words FROM files JOIN tasks ON tasks.id = files.task_id
                JOIN task_words ON task_words.task_id = tasks.id WHERE blob_name = \(blob.name) LIMIT 1
                """)
        }
        return try row.map { (try Self.words($0.string("words")), try $0.double("duration")) }
    }

    private static func words(_ json: String?) throws -> [WordTiming] {
        try json.map { try StoredJSON.value(of: $0) } ?? []
    }

    /// Puts a subtitle in the place of the one that a user's completed task has.
    ///
    /// - Parameters:
    ///   - subtitle: The new one; nil to leave the old one, which is like it.
    ///   - key: What tells whether that was asked for before: then nothing changes.
    /// - Returns: Whether the new one is the task's, and the stored files that are to be deleted.
    /// - Throws: ``PlatformError/notFound(_:)`` where the task was deleted meanwhile, ``PlatformError/idempotencyConflict``.
    func replaceSubtitle(
        of id: String, userID: String, with subtitle: TaskSubtitle?, once key: IdempotencyKey?
    ) async throws -> (isKept: Bool, orphans: [String]) {
        let now = clock.now
        return try await database.write { connection in
            if let key {
                let records = IdempotencyRecords(connection: connection, now: now)
                if try records.answer(to: key, of: userID) != nil { return (false, []) }
                try records.keep("", to: key, of: userID)
            }
            guard let task = try connection.task("id = \(id) AND user_id = \(userID)", requests) else { throw SpeechTasks.noSuchTask }
            guard let subtitle else { return (false, []) }
            let orphans = try task.subtitleName.map { try connection.unlink("name = \($0)") } ?? []
            try connection.add(subtitle, of: id, userID: userID, at: now)
            let limits = try StoredJSON.text(of: subtitle.limits)
            try connection.execute("UPDATE tasks SET subtitle_name = \(subtitle.name), subtitle_limits = \(limits) WHERE id = \(id)")
            return (true, orphans)
        }
    }

    /// What a completed task's row says of its subtitle.
    func changes(for subtitle: TaskSubtitle?) throws -> [SQL] {
        guard let subtitle else { return [] }
        return ["subtitle_name = \(subtitle.name)", "subtitle_limits = \(try StoredJSON.text(of: subtitle.limits))"]
    }
}

extension DatabaseConnection {
    /// Notes the stored file of a task's subtitle, and its public name.
    func add(_ subtitle: TaskSubtitle, of taskID: String, userID: String, at now: Timestamp) throws {
        try add(subtitle.blob, of: userID, at: now)
        try link(subtitle.name, of: taskID, to: subtitle.blob, at: now)
    }
}
