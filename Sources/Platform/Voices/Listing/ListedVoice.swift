import Speech

/// A voice as it is listed: without the profile that it may be spoken by.
public struct ListedVoice: Sendable, Hashable {
    /// The voice.
    public var voice: Voice
    /// What is known of it beside, where a user cloned it; nil for one of the system's.
    public var clone: VoiceClone?
    /// How much it has spoken; nothing, where nobody asked for that.
    public var usage: VoiceUsage

    /// A voice of the system.
    public init(_ voice: Voice, usage: VoiceUsage = .none) {
        self.voice = voice
        self.usage = usage
    }

    /// A voice that a user has cloned.
    public init(_ clone: VoiceClone, usage: VoiceUsage = .none) {
        voice = clone.voice
        self.clone = clone
        self.usage = usage
    }
}
