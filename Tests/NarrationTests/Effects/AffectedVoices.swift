import Speech

/// What each voice says with each effect, spoken once for all tests.
actor AffectedVoices {
    static let shared = AffectedVoices()

    private struct Key: Hashable {
        var voice: String
        var effects: VoiceEffects?
    }

    private var tasks: [Key: Task<Spoken, any Error>] = [:]

    /// The voice's sentence, without effects or with some.
    func spoken(_ voice: String, _ effects: VoiceEffects? = nil) async throws -> Spoken {
        let key = Key(voice: voice, effects: effects)
        let task = tasks[key] ?? Task { try await Spoken(Texts.sentence(for: voice), voice: voice, effects: effects) }
        tasks[key] = task
        return try await task.value
    }
}
