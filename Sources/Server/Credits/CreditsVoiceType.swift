import Platform

/// Whose a voice is.
enum CreditsVoiceType: String, CaseIterable, Encodable {
    /// The caller's own, who cloned it.
    case user = "USER"
    /// Everyone's.
    case system = "SYSTEM"

    init(_ voice: ListedVoice) {
        self = voice.clone == nil ? .system : .user
    }
}
