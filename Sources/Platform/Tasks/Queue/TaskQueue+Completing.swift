import Database
import Speech

extension TaskQueue {
    /// Completes a task: its file is stored, its credits are spent.
    ///
    /// - Parameters:
    ///   - fileName: The public name of its file.
    ///   - duration: The audio's length in seconds.
    /// - Throws: ``LeaseLost``.
    package func complete(_ lease: TaskLease, fileName: String, blob: Blob, duration: Double, words: [WordTiming]) async throws {
        try await complete(lease, fileName: fileName, blob: blob, duration: duration, words: words, subtitle: nil)
    }

    /// Completes a task as above.
    ///
    /// - Parameter subtitle: Its subtitle; nil for none.
    /// - Throws: ``LeaseLost``.
    func complete(
        _ lease: TaskLease, fileName: String, blob: Blob, duration: Double, words: [WordTiming], subtitle: TaskSubtitle?
    ) async throws {
        let (now, json) = (clock.now, try StoredJSON.text(of: words))
        try await database.write { connection in
            let task = try complete(lease, fileName: fileName, duration: duration, subtitle: subtitle, at: now, connection)
            try connection.add(blob, of: task.userID, at: now)
            try connection.link(fileName, of: lease.taskID, to: blob, at: now)
            try connection.execute("INSERT INTO task_words (task_id, words) VALUES (\(lease.taskID), \(json))")
        }
    }

    /// Completes a task with what an earlier one of the same user came to: as above, but that nothing is spoken.
    ///
    /// - Parameter subtitle: Its subtitle; nil for none.
    /// - Returns: Whether it could: the earlier one may have been deleted meanwhile.
    /// - Throws: ``LeaseLost``.
    func complete(_ lease: TaskLease, fileName: String, reusing blob: Blob, subtitle: TaskSubtitle? = nil) async throws -> Bool {
        let now = clock.now
        return try await database.write { connection in
            let earlier = try connection.row(
                """
                SELECT tasks.id AS id, duration, words FROM files JOIN tasks ON tasks.id = files.task_id
                JOIN task_words ON task_words.task_id = tasks.id WHERE blob_name = \(blob.name) LIMIT 1
                """)
            guard let earlier else { return false }
            _ = try complete(lease, fileName: fileName, duration: earlier.double("duration"), subtitle: subtitle, at: now, connection)
            try connection.link(fileName, of: lease.taskID, to: blob, at: now)
            try connection.execute("INSERT INTO task_words (task_id, words) VALUES (\(lease.taskID), \(earlier.string("words")))")
            return true
        }
    }

    private func complete(
        _ lease: TaskLease, fileName: String, duration: Double, subtitle: TaskSubtitle?, at now: Timestamp, _ connection: any DatabaseConnection
    ) throws -> ChangedTask {
        let changes: [SQL] = try ["file_name = \(fileName)", "duration = \(duration)"] + changes(for: subtitle)
        guard let task = try apply(.complete, to: lease.row, setting: changes, at: now, connection).first else { throw LeaseLost() }
        if let subtitle { try connection.add(subtitle, of: task.id, userID: task.userID, at: now) }
        // Not before: who deletes what they ask for at once would make any voice the most used.
        if let request = try connection.task("id = \(task.id)", requests)?.request { try VoiceUsageCounts(connection, now: now).add(request) }
        return task
    }

    /// The user's stored file that was made of the same; nil where there is none.
    func blob(of userID: String, _ fingerprint: SpeechFingerprint) async throws -> Blob? {
        try await database.read { try $0.blob(of: userID, fingerprint) }
    }

    /// Has a stored file not be used again, because it is not what it should be.
    func retire(_ blob: Blob) async throws {
        try await database.write { _ = try $0.execute("UPDATE blobs SET fingerprint = NULL WHERE name = \(blob.name)") }
    }
}
