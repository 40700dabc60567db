/// How much a voice was asked to speak on this server.
public struct VoiceUsage: Sendable, Hashable {
    /// How many texts, ever.
    public var uses = 0
    /// How many texts within the last 365 days.
    public var usesInYear = 0
    /// How many characters (Unicode scalars) those texts had.
    public var charactersInYear = 0

    /// No use at all.
    public static let none = VoiceUsage()
}
