/// What a key may be used for.
public enum KeyScope: String, Sendable, CaseIterable {
    /// To have texts spoken.
    case speak
    /// To clone voices.
    case clone
    /// To see tasks and their audio, the voices and the credits.
    case read
    /// To manage the installation.
    case admin
}
