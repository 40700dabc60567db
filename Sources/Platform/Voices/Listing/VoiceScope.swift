/// Whose voices are listed.
public enum VoiceScope: Sendable, Hashable {
    /// The system's.
    case system
    /// Those that a user has cloned.
    case cloned(userID: String)
    /// Those that a user can name: their own, then the system's.
    case all(userID: String)

    /// The user whose clones are among them.
    var userID: String? {
        switch self {
        case .system: nil
        case .cloned(let userID), .all(let userID): userID
        }
    }
}
