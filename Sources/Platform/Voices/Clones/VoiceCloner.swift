import Database
import Files
import Foundation
import Narration
import Speech

/// Clones voices for users, keeps what comes of it, and deletes it.
///
/// One is made at a time, however many ask, so that no more than one host is kept from those who have texts spoken.
public final class VoiceCloner: Sendable {
    private struct Wish: Hashable {
        var userID: String
        var key: IdempotencyKey
    }

    private let cloner: Cloner
    private let narrator: Narrator
    private let database: any Database
    private let store: any FileStore
    private let spool: URL
    private let demandsConsent: Bool
    private let clock: WallClock
    private let ids: IDSource
    private let turns = OneAtATime(waitingLimit: 32)
    private let shared = SharedWork<Wish, String>()

    /// How many recordings of a user may wait for a clone to be made of them.
    private static let unusedLimit = 50
    /// How long recordings wait for a clone to be made of them.
    static let recordingLifetime: Duration = .seconds(24 * 3600)
    /// The largest sample, in bytes.
    private static let sampleLimit = 16 << 20
    /// What samples are encoded in.
    private static let sampleEncoding = AudioEncoding.standard(.mp3)
    /// The longest text of a sample, in characters.
    private static let previewLimit = 500

    /// A cloner that keeps its rows in `database`, and recordings and samples in `store`.
    ///
    /// - Parameters:
    ///   - spool: A folder for what waits while a sample is spoken.
    ///   - demandsConsent: Whether it has to be on record that who clones may.
    public init(
        cloner: Cloner, narrator: Narrator, database: any Database, store: any FileStore, spool: URL, demandsConsent: Bool, clock: WallClock,
        ids: IDSource
    ) {
        self.cloner = cloner
        self.narrator = narrator
        self.database = database
        self.store = store
        self.spool = spool
        self.demandsConsent = demandsConsent
        self.clock = clock
        self.ids = ids
    }

    /// Clones the voice that is heard in recordings which come with the request; once, where there is a `key`.
    ///
    /// - Parameters:
    ///   - account: The account that it is for.
    ///   - answer: What the caller answers to the clone; the same request gets it again.
    /// - Throws: ``PlatformError``, `EnginesUnavailable`, `CancellationError`; then nothing is charged, and nothing kept.
    public func clone(
        _ order: VoiceCloneOrder, from recordings: [SentRecording], for principal: Principal, account: String = Account.localName,
        terms: VoiceCloneTerms, once key: IdempotencyKey?, answer: @escaping @Sendable (VoiceClone) throws -> String
    ) async throws -> String {
        try await once(key, for: principal) { [self] in
            try await make(
                order, of: recordings.map { Source(recording: $0, stored: nil) }, for: principal, account: account, terms: terms, once: key,
                answer: answer)
        }
    }

    /// Clones the voice that is heard in recordings which the user sent before; once, where there is a `key`.
    ///
    /// - Parameter recordingIDs: Their ids.
    /// - Throws: As above; ``PlatformError/notFound(_:)`` for an id that names none of the account's recordings.
    public func clone(
        _ order: VoiceCloneOrder, fromStored recordingIDs: [String], for principal: Principal, account: String = Account.localName,
        terms: VoiceCloneTerms, once key: IdempotencyKey?, answer: @escaping @Sendable (VoiceClone) throws -> String
    ) async throws -> String {
        try await once(key, for: principal) { [self] in
            var sources: [Source] = []
            for id in recordingIDs {
                let stored = try await database.read { try VoiceClones($0).recording(id, of: principal.userID, account: account) }
                guard let stored else { throw Self.noSuchRecording(terms) }
                sources.append(Source(recording: try await copy(of: stored), stored: stored))
            }
            return try await make(order, of: sources, for: principal, account: account, terms: terms, once: key, answer: answer)
        }
    }

    /// Keeps a recording for clones that are to be made of it, for a day; once, where there is a `key`. Whoever knows its name may fetch it, as the kind of file
    /// that it is, whatever its sender says of it.
    ///
    /// - Parameters:
    ///   - recording: The recording; its title is one without an ending.
    ///   - answer: What the caller answers to it.
    /// - Throws: ``PlatformError``, `EnginesUnavailable`, `CancellationError`.
    public func keep(
        _ recording: SentRecording, for principal: Principal, account: String, terms: VoiceCloneTerms, once key: IdempotencyKey?,
        answer: @escaping @Sendable (Recording) throws -> String
    ) async throws -> String {
        try await once(key, for: principal) { [self] in
            try await inspectAndKeep(recording, for: principal, account: account, terms: terms, once: key, answer: answer)
        }
    }

    private func inspectAndKeep(
        _ recording: SentRecording, for principal: Principal, account: String, terms: VoiceCloneTerms, once key: IdempotencyKey?,
        answer: @escaping @Sendable (Recording) throws -> String
    ) async throws -> String {
        let now = clock.now
        try await database.read { try Self.checkRoom(for: principal, terms: terms, $0) }
        let (format, duration) = try await turns.run { [self] in
            try await refusing(terms.recordingField, terms.rules) { try await self.cloner.inspect(recording, rules: terms.rules, reducesNoise: true) }
        }
        let named = SentRecording(title: "\(recording.title).\(format.fileExtension)", file: recording.file)
        let stored = try await store(named, servedAs: format, duration: duration)
        do {
            let (text, isNew) = try await database.write { connection in
                try IdempotencyRecords(connection: connection, now: now).once(key, of: principal.userID) {
                    guard try connection.isUser(principal.userID) else { throw PlatformError.unauthorized }
                    // Others may have come while this one was inspected.
                    try Self.checkRoom(for: principal, terms: terms, connection)
                    try VoiceClones(connection).add(stored, of: principal.userID, account: account, at: now)
                    return try answer(stored)
                }
            }
            if !isNew { await discard([stored.fileName]) }
            return text
        } catch {
            await discard([stored.fileName])
            throw error
        }
    }

    /// Checks that one more recording of the user's may wait.
    private static func checkRoom(for principal: Principal, terms: VoiceCloneTerms, _ connection: any DatabaseConnection) throws {
        guard try VoiceClones(connection).unusedRecordings(of: principal.userID) < unusedLimit else {
            throw PlatformError.invalid(
                field: terms.recordingField, "is one too many: \(unusedLimit) wait already, each for a day: clone a voice of them first")
        }
    }

    /// Deletes all clones and recordings of an account that is deleted.
    public func deleteAll(of account: Account, for principal: Principal) async throws {
        let now = clock.now
        let orphans = try await database.write { try VoiceClones($0).deleteAll(of: principal.userID, account: account.name, at: now) }
        for name in orphans { try await store.delete(name) }
    }

    /// Deletes a clone of the user's, with its recordings, its profile and its sample. What it has spoken stays, and what it is speaking is finished.
    ///
    /// - Parameters:
    ///   - name: Any of its ids.
    ///   - account: The account that it must be for; nil for any.
    /// - Throws: ``PlatformError/unknownVoice``.
    public func delete(_ name: String, for principal: Principal, account: String? = nil) async throws {
        let now = clock.now
        let orphans = try await database.write { connection in
            guard let clone = try connection.clone(named: name, of: principal.userID), account == nil || clone.account == account else {
                throw PlatformError.unknownVoice
            }
            return try VoiceClones(connection).delete(clone.id, of: principal.userID, at: now)
        }
        for name in orphans { try await store.delete(name) }
    }

    // MARK: - Making one

    private struct Source: Sendable {
        var recording: SentRecording
        /// Its row, where it is kept already.
        var stored: Recording?
    }

    private func once(_ key: IdempotencyKey?, for principal: Principal, _ work: @escaping @Sendable () async throws -> String) async throws -> String
    {
        guard let key else { return try await work() }
        let now = clock.now
        let earlier = try await database.read { connection in
            try IdempotencyRecords(connection: connection, now: now).find(key, of: principal.userID)
        }
        if let earlier { return earlier }
        return try await shared.result(of: Wish(userID: principal.userID, key: key), work)
    }

    private func make(
        _ order: VoiceCloneOrder, of sources: [Source], for principal: Principal, account: String, terms: VoiceCloneTerms, once key: IdempotencyKey?,
        answer: @escaping @Sendable (VoiceClone) throws -> String
    ) async throws -> String {
        let consent = try await check(order, for: principal, terms: terms)
        let id = ids.make()
        let (cloning, sample) = try await turns.run { [self] in try await measure(sources.map(\.recording), as: order, id: id, terms: terms) }
        var written = [sample.name]
        do {
            var recordings: [Recording] = []
            for source in sources {
                let recording: Recording
                if let stored = source.stored {
                    recording = stored
                } else {
                    recording = try await store(source.recording, servedAs: nil, duration: cloning.duration)
                }
                if source.stored == nil { written.append(recording.fileName) }
                recordings.append(recording)
            }
            let new = VoiceClones.New(
                id: id, account: account, price: terms.price, order: order, profile: cloning.profile, duration: cloning.duration, sample: sample,
                recordings: recordings, consent: consent)
            let fresh = zip(sources, recordings).filter { $0.0.stored == nil }.map(\.1)
            let (text, isNew) = try await add(new, fresh: fresh, for: principal, terms: terms, once: key, answer: answer)
            if !isNew { await discard(written) }
            return text
        } catch {
            await discard(written)
            throw error
        }
    }

    /// Refuses, before anything is worked out, what would be refused in the end.
    ///
    /// - Returns: The statement that the clone rests on; nil where there is none, and none is demanded.
    private func check(_ order: VoiceCloneOrder, for principal: Principal, terms: VoiceCloneTerms) async throws -> CloneConsent? {
        if let text = order.previewText {
            guard text.unicodeScalars.count <= Self.previewLimit else {
                throw PlatformError.textTooLong(field: terms.previewField, limit: Self.previewLimit, unit: "characters")
            }
            do {
                try SpeechRequest.check(text, pauses: Self.preview(text, id: "").pauses)
            } catch {
                throw PlatformError.invalid(field: terms.previewField, error.message)
            }
        }
        let (now, ids, demandsConsent) = (clock.now, ids, demandsConsent)
        return try await database.read { connection in
            let consent = order.consents ? CloneConsent(keyID: principal.keyID, givenAt: now) : try connection.cloneConsent(of: principal)
            if demandsConsent, consent == nil { throw PlatformError.consentRequired }
            guard try VoiceClones(connection).total(of: principal.userID).total < terms.limit else {
                throw PlatformError.tooManyClones(limit: terms.limit)
            }
            try CreditLedger(connection: connection, now: now, ids: ids).checkFunds(of: principal.userID, for: terms.price)
            return consent
        }
    }

    /// Measures who speaks, and stores a sample: of the clone where it has something to say, otherwise of the recording.
    private func measure(
        _ recordings: [SentRecording], as order: VoiceCloneOrder, id: String, terms: VoiceCloneTerms
    ) async throws -> (Cloning, Blob) {
        let writer = try await store.makeWriter(maximumSize: Self.sampleLimit)
        let output = TaskOutput(writer: writer)
        let cloning = try await refusing(terms.recordingField, terms.rules) { [self] in
            try await cloner.clone(
                recordings, rules: terms.rules, reducesNoise: order.reducesNoise,
                sample: order.previewText == nil ? (Self.sampleEncoding, output) : nil)
        }
        if let text = order.previewText {
            let folder = spool.appendingPathComponent(id, isDirectory: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let voice = Voice(cloned: cloning.profile, id: id, name: id, language: order.language)
            do {
                _ = try await narrator.narrate(Self.preview(text, id: id), voice: voice, spool: folder, into: output)
            } catch let error as NarrationError {
                throw PlatformError.invalid(field: terms.previewField, "can't be spoken: \(error.message)")
            }
        }
        let file = try await writer.commit(as: "\(ids.secretName()).\(Self.sampleEncoding.format.fileExtension)")
        return (cloning, Blob(name: file.name, contentType: Self.sampleEncoding.contentType, size: file.size))
    }

    private static func preview(_ text: String, id: String) -> SpeechRequest {
        SpeechRequest(text: text, voiceID: id, encoding: sampleEncoding, pauses: .all)
    }

    /// Stores the rows of a clone, and pays for it, in one transaction.
    ///
    /// - Returns: The answer, and whether the clone is a new one, and not the one that the same request made before.
    private func add(
        _ new: VoiceClones.New, fresh: [Recording], for principal: Principal, terms: VoiceCloneTerms, once key: IdempotencyKey?,
        answer: @escaping @Sendable (VoiceClone) throws -> String
    ) async throws -> (answer: String, isNew: Bool) {
        let (now, ids, userID) = (clock.now, ids, principal.userID)
        return try await database.write { connection in
            try IdempotencyRecords(connection: connection, now: now).once(key, of: userID) {
                guard try connection.isUser(userID) else { throw PlatformError.unauthorized }
                let clones = VoiceClones(connection)
                guard try clones.total(of: userID).total < terms.limit else { throw PlatformError.tooManyClones(limit: terms.limit) }
                let ledger = CreditLedger(connection: connection, now: now, ids: ids)
                try ledger.hold(new.price, for: new.id, of: userID)
                try ledger.charge(new.id)
                for recording in fresh { try clones.add(recording, of: userID, account: new.account, at: now) }
                // Those that were sent before may have gone while they were measured: with their account, or with another clone.
                for recording in new.recordings where try clones.recording(recording.id, of: userID, account: new.account) == nil {
                    throw Self.noSuchRecording(terms)
                }
                return try answer(clones.add(new, of: userID, at: now))
            }
        }
    }

    // MARK: - Recordings

    /// The error of a recording that is not there, or another's.
    public static func noSuchRecording(_ terms: VoiceCloneTerms) -> PlatformError {
        .notFound("\(terms.recordingField) names a recording that there is not, or not any more: send it again")
    }

    /// Stores a recording.
    ///
    /// - Parameter format: What it is served as; nil where it is nobody's to fetch.
    private func store(_ recording: SentRecording, servedAs format: RecordingFormat?, duration: Double) async throws -> Recording {
        let file = try await store.store(recording.file, as: "\(ids.secretName()).\(format?.fileExtension ?? "recording")")
        return Recording(
            id: StableID.max(of: "recording:\(file.name)"), title: recording.title, fileName: file.name, size: file.size,
            contentType: format?.contentType, duration: duration)
    }

    private func copy(of stored: Recording) async throws -> SentRecording {
        let file = try await TemporaryFile.make(in: FileManager.default.temporaryDirectory.path)
        for try await piece in try await store.read(stored.fileName, range: 0..<stored.size) { try await file.append(piece[...]) }
        return SentRecording(title: stored.title, file: file)
    }

    /// Removes files that no row came to name; where that fails, the sweep finds them.
    private func discard(_ names: [String]) async {
        for name in names { try? await store.delete(name) }
    }

    /// Says of a recording that is refused which field it came in.
    private func refusing<Result>(_ field: String, _ rules: ReferenceRules, _ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let refusal as RecordingRefused {
            throw refusal.isWrongFormat
                ? PlatformError.unknownRecordingFormat(field: field, rules) : .recordingRefused(field: field, refusal.message)
        }
    }
}

extension DatabaseConnection {
    /// Whether there is such a user: a request may have come before its user was deleted.
    fileprivate func isUser(_ id: String) throws -> Bool {
        try row("SELECT id FROM users WHERE id = \(id) AND deleted_at IS NULL") != nil
    }
}
