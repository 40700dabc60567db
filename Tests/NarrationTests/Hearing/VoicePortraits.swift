import Speech

/// Each voice's portraits, measured once for all tests.
actor VoicePortraits {
    static let shared = VoicePortraits()

    private struct Key: Hashable {
        var voice: String
        var emotion: Emotion
    }

    private var portraits: [Key: Task<VoicePortrait, any Error>] = [:]

    /// How a voice speaks with an emotion.
    func portrait(of voice: String, _ emotion: Emotion) async throws -> VoicePortrait {
        let key = Key(voice: voice, emotion: emotion)
        let task = portraits[key] ?? Task { try await VoicePortrait(of: voice, emotion) }
        portraits[key] = task
        return try await task.value
    }
}
