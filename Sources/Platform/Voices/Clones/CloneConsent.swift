import Database

/// That somebody stated that they may clone voices: that the voices are their own, or that those whose they are agree.
public struct CloneConsent: Sendable, Hashable {
    /// The key for whose requests it was stated; empty where it was for all of a user's.
    public var keyID: String
    /// When.
    public var givenAt: Timestamp
}
