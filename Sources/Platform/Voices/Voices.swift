import Database
import Speech

/// The catalogue, with what is counted of each voice.
public struct Voices: Sendable {
    /// Every voice that there is.
    public let catalogue: VoiceCatalogue
    private let database: any Database
    private let clock: WallClock
    private let index: VoiceIndex
    private let memory = VoiceUsageMemory()

    /// The voices of `catalogue`, counted in `database`.
    public init(catalogue: VoiceCatalogue, database: any Database, clock: WallClock = .system) {
        self.catalogue = catalogue
        self.database = database
        self.clock = clock
        index = VoiceIndex(catalogue.voices)
    }

    /// The voice that any of its ids names.
    ///
    /// - Throws: ``PlatformError/unknownVoice``.
    public func voice(_ id: String) throws(PlatformError) -> Voice {
        guard let voice = catalogue.voice(id) else { throw .unknownVoice }
        return voice
    }

    /// How many texts each voice has spoken; a voice that has spoken none is left out.
    public func uses() async throws -> [String: Int] {
        let rows = try await database.read { try $0.rows("SELECT voice_id, uses FROM voice_usage") }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("voice_id", as: String.self), try $0.get("uses", as: Int.self)) })
    }

    /// A page of the voices that a filter lets through. It costs little more than the page, however many voices there are: what they are found and
    /// ordered by is kept in memory.
    ///
    /// - Parameters:
    ///   - number: Which page, from 0; those after the last are empty.
    ///   - size: How many voices a page has, at least 1.
    public func page(_ number: Int, size: Int, matching filter: VoiceFilter, in order: VoiceOrder = .catalogue) async throws -> VoicePage {
        try await refresh()
        let places = index.places(matching: filter, among: order == .catalogue ? nil : memory.places(of: index.voices, in: order))
        let (offset, isBeyond) = max(0, number).multipliedReportingOverflow(by: max(1, size))
        let first = isBeyond ? places.count : min(offset, places.count)
        let shown = places[first...].prefix(max(1, size))
        return VoicePage(
            entries: shown.map { VoicePage.Entry(voice: index.voices[$0], usage: memory.usage(of: index.voices[$0].id)) }, total: places.count,
            hasMore: first + shown.count < places.count)
    }

    /// Brings what is known of the counts up to date.
    private func refresh() async throws {
        let (now, known) = (clock.now, memory.revision)
        var (changed, hasOld) = try await database.read { (try Self.changes(since: known, $0), try VoiceUsageCounts($0, now: now).hasOld()) }
        if hasOld {
            changed = try await database.write { connection in
                try VoiceUsageCounts(connection, now: now).dropOld()
                return try Self.changes(since: known, connection)
            }
        }
        memory.take(changed)
    }

    private static func changes(
        since revision: Int, _ connection: any DatabaseConnection
    ) throws -> [(voiceID: String, usage: VoiceUsage, revision: Int)] {
        let rows = try connection.rows(
            "SELECT voice_id, uses, uses_in_year, characters_in_year, revision FROM voice_usage WHERE revision > \(revision)")
        return try rows.map { row in
            (
                try row.get("voice_id"),
                VoiceUsage(uses: try row.get("uses"), usesInYear: try row.get("uses_in_year"), charactersInYear: try row.get("characters_in_year")),
                try row.get("revision")
            )
        }
    }
}
