import Database
import Speech

/// The rows of cloned voices, within a transaction.
struct VoiceClones {
    private let connection: any DatabaseConnection

    /// A clone that is to be stored, with all that it came to.
    struct New: Sendable {
        var id: String
        var account: String
        var price: Int
        var order: VoiceCloneOrder
        var profile: VoiceProfile
        var duration: Double
        /// The sample's name in the store, which is its public one.
        var sample: Blob
        /// What it is cloned from.
        var recordings: [Recording]
        /// The key with which consent was given, and when; nil where none is on record.
        var consent: CloneConsent?
    }

    init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    /// How many clones a user has, and a number that changes whenever they do.
    func total(of userID: String) throws -> (total: Int, revision: Int) {
        guard let row = try connection.row("SELECT total, revision FROM voice_clone_totals WHERE user_id = \(userID)") else { return (0, 0) }
        return (try row.get("total"), try row.get("revision"))
    }

    /// A user's clones, the newest first.
    func list(of userID: String) throws -> [VoiceClone] {
        let recordings = try recordings("voice_clones.user_id = \(userID)")
        return try connection.rows(
            """
            SELECT \(VoiceClone.columns) FROM voice_clones WHERE user_id = \(userID) AND deleted_at IS NULL ORDER BY created_at DESC, id DESC
            """
        ).map { row in try VoiceClone(row: row, recordings: recordings[row.string("id")] ?? []) }
    }

    /// The clone of that id, whoever's it is; nil where there is none.
    func clone(_ id: String) throws -> VoiceClone? {
        let row = try connection.row("SELECT \(VoiceClone.columns) FROM voice_clones WHERE id = \(id) AND deleted_at IS NULL")
        return try row.map { try VoiceClone(row: $0, recordings: recordings("voice_clones.id = \(id)")[id] ?? []) }
    }

    /// The id of the user's clone that a name means, one of its ids in any family; nil where there is none.
    func id(named name: String, of userID: String) throws -> String? {
        try connection.row("SELECT clone_id FROM voice_clone_names WHERE user_id = \(userID) AND name = \(name)")?.get("clone_id")
    }

    /// The ids of the clones, whoever's they are, of this title or one of these ids.
    func ids(called name: String) throws -> [String] {
        try connection.rows(
            """
            SELECT id FROM voice_clones WHERE deleted_at IS NULL
            AND (title = \(name) OR id IN (SELECT clone_id FROM voice_clone_names WHERE name = \(name))) ORDER BY id
            """
        ).map { try $0.get("id") }
    }

    /// What a clone is spoken by; nil where there is no such clone.
    func profile(of id: String) throws -> VoiceProfile? {
        try connection.row("SELECT profile FROM voice_clones WHERE id = \(id)")?.optionalString("profile").map { try StoredJSON.value(of: $0) }
    }

    private func recordings(_ condition: SQL) throws -> [String: [Recording]] {
        let rows = try connection.rows(
            """
            SELECT clone_id, \(Recording.columns) FROM voice_clones JOIN voice_clone_recordings ON clone_id = voice_clones.id
            JOIN recordings ON recordings.id = recording_id WHERE \(condition) ORDER BY clone_id, place
            """)
        return try Dictionary(grouping: rows) { try $0.string("clone_id") }.mapValues { try $0.map(Recording.init) }
    }

    /// Stores a clone of a user's; its new recordings are stored before.
    func add(_ new: New, of userID: String, at now: Timestamp) throws -> VoiceClone {
        let order = new.order
        let title = try order.title ?? freeTitle(of: userID)
        let voice = Voice(cloned: new.profile, id: new.id, name: title, language: order.language)
        try connection.execute(
            """
            INSERT INTO voice_clones (id, user_id, account, price, title, description, cover_url, tags, language, gender, age, base, profile,
                reduces_noise, preview_text, duration, consent_key_id, consented_at, created_at, updated_at)
            VALUES (\(new.id), \(userID), \(new.account), \(new.price), \(title), \(order.description), \(order.coverURL),
                \(StoredJSON.text(of: order.tags)), \(voice.language), \((order.gender ?? voice.gender).rawValue), \(order.age.rawValue),
                \(StoredJSON.text(of: voice.base)), \(StoredJSON.text(of: new.profile)), \(order.reducesNoise), \(order.previewText), \(new.duration),
                \(new.consent?.keyID), \(new.consent?.givenAt), \(now), \(now))
            """)
        for name in voice.ids {
            try connection.execute(
                "INSERT INTO voice_clone_names (user_id, name, clone_id) VALUES (\(userID), \(name), \(new.id)) ON CONFLICT DO NOTHING")
        }
        for (place, recording) in new.recordings.enumerated() {
            try connection.execute(
                "INSERT INTO voice_clone_recordings (clone_id, recording_id, place) VALUES (\(new.id), \(recording.id), \(place))")
        }
        try connection.execute(
            """
            INSERT INTO voice_samples (file_name, clone_id, content_type, size)
            VALUES (\(new.sample.name), \(new.id), \(new.sample.contentType), \(new.sample.size))
            """)
        try connection.execute(
            """
            INSERT INTO voice_clone_totals (user_id, total, revision) VALUES (\(userID), 1, 1)
            ON CONFLICT (user_id) DO UPDATE SET total = voice_clone_totals.total + 1, revision = voice_clone_totals.revision + 1
            """)
        guard let clone = try clone(new.id) else { throw PlatformError.unknownVoice }
        return clone
    }

    /// A title that none of the user's clones has: a count goes on where some were deleted.
    private func freeTitle(of userID: String) throws -> String {
        let rows = try connection.rows(
            "SELECT title FROM voice_clones WHERE user_id = \(userID) AND deleted_at IS NULL AND title LIKE 'Voice clone %'")
        let taken = Set(try rows.map { try $0.string("title") })
        var number = try total(of: userID).total + 1
        while taken.contains("Voice clone \(number)") { number += 1 }
        return "Voice clone \(number)"
    }

    /// Stores a recording of a user's.
    func add(_ recording: Recording, of userID: String, account: String, at now: Timestamp) throws {
        try connection.execute(
            """
            INSERT INTO recordings (id, user_id, account, title, file_name, content_type, size, duration, created_at)
            VALUES (\(recording.id), \(userID), \(account), \(recording.title), \(recording.fileName), \(recording.contentType), \(recording.size),
                \(recording.duration), \(now))
            """)
    }

    /// The recording of that id which a user has sent for an account; nil where there is none.
    func recording(_ id: String, of userID: String, account: String) throws -> Recording? {
        try connection.row(
            "SELECT \(Recording.columns) FROM recordings WHERE id = \(id) AND user_id = \(userID) AND account = \(account)"
        ).map(Recording.init)
    }

    /// How many recordings of a user no clone is made of yet.
    func unusedRecordings(of userID: String) throws -> Int {
        let unused = Self.isUnused
        return try connection.row("SELECT COUNT(*) AS number FROM recordings WHERE user_id = \(userID) AND \(unused)")?.get("number") ?? 0
    }

    /// Deletes a clone, with all that only it has: its profile, its sample, and its recordings.
    ///
    /// - Returns: The stored files that are to be deleted; their rows are gone.
    func delete(_ id: String, of userID: String, at now: Timestamp) throws -> [String] {
        let used: [String] = try connection.rows("SELECT recording_id FROM voice_clone_recordings WHERE clone_id = \(id)").map {
            try $0.get("recording_id")
        }
        try connection.execute("DELETE FROM voice_clone_recordings WHERE clone_id = \(id)")
        try connection.execute("DELETE FROM voice_clone_names WHERE clone_id = \(id)")
        try VoiceUsageCounts(connection, now: now).forget(id)
        let samples: [String] = try connection.rows("DELETE FROM voice_samples WHERE clone_id = \(id) RETURNING file_name").map {
            try $0.get("file_name")
        }
        try connection.execute(
            """
            UPDATE voice_clones SET title = NULL, description = NULL, cover_url = NULL, tags = NULL, language = NULL, gender = NULL, age = NULL,
            base = NULL, profile = NULL, preview_text = NULL, updated_at = \(now), deleted_at = \(now) WHERE id = \(id)
            """)
        try connection.execute("UPDATE voice_clone_totals SET total = total - 1, revision = revision + 1 WHERE user_id = \(userID)")
        return try samples + used.flatMap { try deleteRecordings("id = \($0) AND \(Self.isUnused)") }
    }

    /// Deletes recordings.
    ///
    /// - Parameter condition: Which of `recordings`.
    /// - Returns: The stored files that are to be deleted.
    func deleteRecordings(_ condition: SQL) throws -> [String] {
        try connection.rows("DELETE FROM recordings WHERE \(condition) RETURNING file_name").map { try $0.get("file_name") }
    }

    /// Deletes the clones that a stored file, which is gone, was a part of.
    ///
    /// - Returns: The stored files that are to be deleted.
    func deleteClones(withFile name: String, at now: Timestamp) throws -> [String] {
        let rows = try connection.rows(
            """
            SELECT id, user_id FROM voice_clones WHERE id IN (SELECT clone_id FROM voice_samples WHERE file_name = \(name)
            UNION SELECT clone_id FROM voice_clone_recordings JOIN recordings ON recordings.id = recording_id WHERE file_name = \(name))
            """)
        return try rows.flatMap { try delete($0.get("id"), of: $0.get("user_id"), at: now) } + deleteRecordings("file_name = \(name)")
    }

    /// Deletes everything of a user's.
    ///
    /// - Parameter account: Only what is of this account; nil for all.
    /// - Returns: The stored files that are to be deleted.
    func deleteAll(of userID: String, account: String? = nil, at now: Timestamp) throws -> [String] {
        let theirs: SQL = account.map { "user_id = \(userID) AND account = \($0)" } ?? "user_id = \(userID)"
        let ids: [String] = try connection.rows("SELECT id FROM voice_clones WHERE \(theirs) AND deleted_at IS NULL").map { try $0.get("id") }
        return try ids.flatMap { try delete($0, of: userID, at: now) } + deleteRecordings(theirs)
    }

    /// Of a row of `recordings`: that no clone is made of it.
    static let isUnused: SQL = "NOT EXISTS (SELECT 1 FROM voice_clone_recordings WHERE recording_id = recordings.id)"
}
