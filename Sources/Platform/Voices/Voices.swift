import Database
import Foundation
import Speech

/// The voices that there are: the catalogue of the system's, those that users have cloned, and what is counted of each.
public struct Voices: Sendable {
    /// The system's voices.
    public let catalogue: VoiceCatalogue
    private let database: any Database
    private let clock: WallClock
    private let system: VoiceShelf
    private let shelves = VoiceShelves()
    private let memory = VoiceUsageMemory()

    /// The voices of `catalogue`, and those that `database` knows.
    public init(catalogue: VoiceCatalogue, database: any Database, clock: WallClock = .system) {
        self.catalogue = catalogue
        self.database = database
        self.clock = clock
        system = VoiceShelf(system: catalogue.voices)
    }

    /// The voice that any of its ids names, ready to speak: the system's, or one that the user has cloned.
    ///
    /// - Throws: ``PlatformError/unknownVoice``.
    public func voice(_ id: String, of userID: String) async throws -> Voice {
        if let voice = catalogue.voice(id) { return voice }
        let found = try await database.read { connection -> Voice? in
            let clones = VoiceClones(connection)
            guard let id = try clones.id(named: id, of: userID), var voice = try clones.clone(id)?.voice else { return nil }
            voice.profile = try clones.profile(of: id)
            return voice
        }
        guard let found else { throw PlatformError.unknownVoice }
        return found
    }

    /// The voice that any of its ids names, as it is listed; nil where the user can name none so.
    public func listed(_ id: String, of userID: String) async throws -> ListedVoice? {
        if let voice = catalogue.voice(id) { return ListedVoice(voice) }
        return try await database.read { try $0.clone(named: id, of: userID) }.map { ListedVoice($0) }
    }

    /// The clone of that id, whoever's it is: for what everyone may see who knows where it is.
    public func clone(_ id: String) async throws -> VoiceClone? {
        try await database.read { try VoiceClones($0).clone(id) }
    }

    /// The clones that a name means, whoever's they are: their title or one of their ids. For the operator of the system alone.
    public func clones(called name: String) async throws -> [Voice] {
        try await database.read { connection in
            let clones = VoiceClones(connection)
            return try clones.ids(called: name).compactMap { id in
                guard var voice = try clones.clone(id)?.voice else { return nil }
                voice.profile = try clones.profile(of: id)
                return voice
            }
        }
    }

    /// A user's clones, the newest first.
    public func clones(of userID: String) async throws -> [VoiceClone] {
        try await shelf(of: .cloned(userID: userID)).clones
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
    ///   - scope: Whose they are.
    public func page(
        _ number: Int, size: Int, of scope: VoiceScope, matching filter: VoiceFilter = .all, in order: VoiceOrder = .catalogue
    ) async throws -> VoicePage {
        let shelf = try await shelf(of: scope)
        var clonesOnly = false
        if case .cloned = scope { clonesOnly = true }
        let places = shelf.places(matching: filter, in: order, clonesOnly: clonesOnly, usage: memory)
        let (offset, isBeyond) = max(0, number).multipliedReportingOverflow(by: max(1, size))
        let first = isBeyond ? places.count : min(offset, places.count)
        let shown = places[first...].prefix(max(1, size))
        return VoicePage(
            entries: shown.map { place in shelf.voice(at: place) { memory.usage(of: $0) } }, total: places.count,
            hasMore: first + shown.count < places.count)
    }

    /// The voices of a scope, once what is known of the counts is brought up to date.
    private func shelf(of scope: VoiceScope) async throws -> VoiceShelf {
        let (now, known) = (clock.now, memory.state.revision)
        var (changed, hasOld, clones) = try await database.read { connection in
            (
                try Self.changes(since: known, connection), try VoiceUsageCounts(connection, now: now).hasOld(),
                try scope.userID.map { try VoiceClones(connection).total(of: $0) }
            )
        }
        if hasOld {
            changed = try await database.write { connection in
                try VoiceUsageCounts(connection, now: now).dropOld()
                return try Self.changes(since: known, connection)
            }
        }
        memory.take(changed)
        guard let userID = scope.userID, let clones, clones.total > 0 else { return system }
        if let shelf = shelves.shelf(of: userID, revision: clones.revision) { return shelf }
        let (revision, list) = try await database.read { connection in
            let clones = VoiceClones(connection)
            return (try clones.total(of: userID).revision, try clones.list(of: userID))
        }
        let shelf = VoiceShelf(clones: list, system: system)
        shelves.keep(shelf, of: userID, revision: revision)
        return shelf
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

extension DatabaseConnection {
    /// The user's clone that any of its ids names; nil where there is none.
    func clone(named name: String, of userID: String) throws -> VoiceClone? {
        let clones = VoiceClones(self)
        return try clones.id(named: name, of: userID).flatMap(clones.clone)
    }
}
