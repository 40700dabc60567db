/// How much a voice has spoken on this server: texts that were finished, be they deleted since or not.
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
