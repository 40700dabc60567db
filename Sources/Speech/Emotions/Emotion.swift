/// What a voice shows of how its speaker feels.
public enum Emotion: String, Sendable, Codable, Hashable, CaseIterable {
    case happy
    case sad
    case angry
    case fearful
    case disgusted
    case surprised
    /// The voice as it usually speaks.
    case neutral
}
