import Database
import Speech

/// Counts what voices speak, and lets fall out of the count what is older than a year. It works within the transactions that change tasks.
///
/// Each change of a voice's counts gives it a new revision, higher than all others, so that whoever keeps the counts in memory need only read what changed.
struct VoiceUsageCounts {
    private let connection: any DatabaseConnection
    private let day: Int64

    /// How many days a year has.
    private static let year: Int64 = 365
    private static let millisecondsOfDay: Int64 = 86_400_000

    init(_ connection: any DatabaseConnection, now: Timestamp) {
        self.connection = connection
        day = now.milliseconds / Self.millisecondsOfDay
    }

    /// Counts that a voice has spoken a text.
    func add(_ request: SpeechRequest) throws {
        let (voiceID, characters) = (request.voiceID, request.text.unicodeScalars.count)
        try dropOld()
        try connection.execute(
            """
            INSERT INTO voice_usage_days (voice_id, day, uses, characters) VALUES (\(voiceID), \(day), 1, \(characters))
            ON CONFLICT (voice_id, day) DO UPDATE SET uses = voice_usage_days.uses + 1, characters = voice_usage_days.characters + \(characters)
            """)
        try connection.execute(
            """
            INSERT INTO voice_usage (voice_id, uses, uses_in_year, characters_in_year, revision)
            VALUES (\(voiceID), 1, 1, \(characters), \(try nextRevision()))
            ON CONFLICT (voice_id) DO UPDATE SET uses = voice_usage.uses + 1, uses_in_year = voice_usage.uses_in_year + 1,
            characters_in_year = voice_usage.characters_in_year + \(characters), revision = excluded.revision
            """)
    }

    /// Whether something counts that is older than a year.
    func hasOld() throws -> Bool {
        try connection.row("SELECT day FROM voice_usage_days WHERE day <= \(day - Self.year) LIMIT 1") != nil
    }

    /// Has nothing count that is older than a year.
    func dropOld() throws {
        guard try hasOld() else { return }
        let old = try connection.rows(
            """
            SELECT voice_id, SUM(uses) AS uses, SUM(characters) AS characters FROM voice_usage_days WHERE day <= \(day - Self.year) GROUP BY voice_id
            """)
        let revision = try nextRevision()
        for row in old {
            try connection.execute(
                """
                UPDATE voice_usage SET uses_in_year = uses_in_year - \(row.get("uses", as: Int.self)),
                characters_in_year = characters_in_year - \(row.get("characters", as: Int.self)), revision = \(revision)
                WHERE voice_id = \(row.string("voice_id"))
                """)
        }
        try connection.execute("DELETE FROM voice_usage_days WHERE day <= \(day - Self.year)")
    }

    private func nextRevision() throws -> Int {
        try connection.row("SELECT COALESCE(MAX(revision), 0) + 1 AS next FROM voice_usage")?.get("next") ?? 1
    }
}
