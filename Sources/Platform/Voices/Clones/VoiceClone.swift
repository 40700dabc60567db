import Database
import Speech

/// A voice that a user has cloned, as it is listed: without the profile that it is spoken by.
public struct VoiceClone: Sendable, Hashable {
    /// Its id in the Credits family; the others are the voice's.
    public var id: String
    /// The account that it was cloned for; ``Account/localName`` where the family has no accounts.
    public var account: String
    /// The voice, without its profile.
    public var voice: Voice
    /// Where its picture is, if it is not to be drawn.
    public var coverURL: String?
    /// What its user calls it by.
    public var tags: [String]
    /// Whether noise was taken out of its recordings.
    public var reducesNoise: Bool
    /// What its sample says; nil where that is what was recorded.
    public var previewText: String?
    /// How long its recordings are, in seconds.
    public var duration: Double
    /// The public file in which it is heard.
    public var sampleName: String
    /// What it was cloned from.
    public var recordings: [Recording]
    /// When it was cloned.
    public var createdAt: Timestamp
    /// When anything of it was last changed.
    public var updatedAt: Timestamp

    static let columns: SQL = """
        id, account, title, description, cover_url, tags, language, gender, age, base, reduces_noise, preview_text, duration,
        (SELECT file_name FROM voice_samples WHERE clone_id = voice_clones.id) AS sample_name, created_at, updated_at
        """

    /// A clone of its row.
    ///
    /// - Parameter recordings: What it was cloned from.
    init(row: Row, recordings: [Recording]) throws {
        id = try row.get("id")
        account = try row.get("account")
        coverURL = try row.optional("cover_url")
        tags = try StoredJSON.value(of: row.string("tags"))
        reducesNoise = try row.bool("reduces_noise")
        previewText = try row.optional("preview_text")
        duration = try row.get("duration")
        sampleName = try row.get("sample_name")
        createdAt = try row.get("created_at")
        updatedAt = try row.get("updated_at")
        self.recordings = recordings
        var ids = VoiceFamilyIDs(voiceID: id)
        ids.credits = id
        let language: String = try row.get("language")
        voice = Voice(
            id: id, name: try row.get("title"), description: try row.optional("description") ?? Voice.clonedDescription,
            language: language, gender: Gender(rawValue: try row.get("gender")) ?? .neutral,
            age: Age(rawValue: try row.get("age")) ?? .adult, accent: SpokenLanguage(language)?.accent ?? "standard",
            character: VoiceCloneOrder.character(of: tags),
            base: try StoredJSON.value(of: row.string("base")), variant: "", familyIDs: ids)
    }
}
