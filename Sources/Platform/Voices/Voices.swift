import Database
import Speech

/// The catalogue, with what is counted of each voice.
public struct Voices: Sendable {
    /// Every voice that there is.
    public let catalogue: VoiceCatalogue
    private let database: any Database

    /// The voices of `catalogue`, counted in `database`.
    public init(catalogue: VoiceCatalogue, database: any Database) {
        self.catalogue = catalogue
        self.database = database
    }

    /// The voice that any of its ids names.
    ///
    /// - Throws: ``PlatformError/unknownVoice``.
    public func voice(_ id: String) throws(PlatformError) -> Voice {
        guard let voice = catalogue.voice(id) else { throw .unknownVoice }
        return voice
    }

    /// How often each voice has been asked to speak; a voice that never was is left out.
    public func uses() async throws -> [String: Int] {
        let rows = try await database.read { try $0.rows("SELECT voice_id, uses FROM voice_usage") }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("voice_id", as: String.self), try $0.get("uses", as: Int.self)) })
    }
}

extension DatabaseConnection {
    /// Counts that a voice was asked to speak.
    func countUse(of voiceID: String) throws {
        try execute(
            "INSERT INTO voice_usage (voice_id, uses) VALUES (\(voiceID), 1) ON CONFLICT (voice_id) DO UPDATE SET uses = voice_usage.uses + 1")
    }
}
