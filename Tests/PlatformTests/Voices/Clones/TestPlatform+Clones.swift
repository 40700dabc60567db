import Database
import Files
import Speech

@testable import Platform

extension TestPlatform {
    var voices: Voices { Voices(catalogue: .system, database: database, clock: clock) }

    /// Stores a file of four bytes.
    func storeFile(_ name: String) async throws {
        let writer = try await store.makeWriter(maximumSize: 4)
        try writer.write([1, 2, 3, 4], at: 0)
        _ = try await writer.commit(as: name)
    }

    /// Stores a recording of a user's, which nobody is cloned from yet.
    func addRecording(of userID: String, account: String = Account.localName, isPublic: Bool = true) async throws -> Recording {
        let (name, now) = ("\(ids.make()).wav", clock.now)
        try await storeFile(name)
        let recording = Recording(
            id: StableID.max(of: name), title: "me.wav", fileName: name, size: 4, contentType: isPublic ? "audio/wav" : nil, duration: 12.5)
        try await database.write { try VoiceClones($0).add(recording, of: userID, account: account, at: now) }
        return recording
    }

    /// Stores a clone of a user's with its files, as the cloner does once a host has measured the speaker, and has it paid.
    ///
    /// - Parameter recordings: What it is cloned from; nil for a recording of its own.
    @discardableResult
    func addClone(
        _ order: VoiceCloneOrder = VoiceCloneOrder(title: "Me"), of userID: String, price: Int = 0, account: String = Account.localName,
        pitch: Double = 120,
        duration: Double = 12.5, from recordings: [Recording]? = nil, consent: CloneConsent? = nil
    ) async throws -> VoiceClone {
        let (id, now, ids) = (ids.make(), clock.now, ids)
        let sources: [Recording]
        if let recordings { sources = recordings } else { sources = [try await addRecording(of: userID, account: account, isPublic: false)] }
        let sample = Blob(name: "\(id).mp3", contentType: "audio/mpeg", size: 4)
        try await storeFile(sample.name)
        let new = VoiceClones.New(
            id: id, account: account, price: price, order: order, profile: .fixture(pitch: pitch), duration: duration, sample: sample,
            recordings: sources,
            consent: consent)
        return try await database.write { connection in
            let ledger = CreditLedger(connection: connection, now: now, ids: ids)
            try ledger.hold(price, for: id, of: userID)
            try ledger.charge(id)
            return try VoiceClones(connection).add(new, of: userID, at: now)
        }
    }

    /// Deletes a clone with its files, as its user does.
    func deleteClone(_ id: String, of userID: String) async throws {
        let now = clock.now
        for name in try await database.write({ try VoiceClones($0).delete(id, of: userID, at: now) }) { try await store.delete(name) }
    }

    /// The names of all stored files.
    func storedFiles() async throws -> Set<String> {
        var names: Set<String> = []
        var page = try await store.list(page: nil)
        while true {
            names.formUnion(page.files.map(\.name))
            guard let next = page.next else { return names }
            page = try await store.list(page: next)
        }
    }

    /// How many rows a table has.
    func count(_ table: SQL, where condition: SQL = "1 = 1") async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) AS number FROM \(table) WHERE \(condition)")?.int("number") ?? 0 }
    }
}
