/// What the families call a voice. The ids are derived from the voice's own, and so the same on every machine and for ever, but
/// for the few that published examples name.
public struct VoiceFamilyIDs: Sendable, Hashable {
    /// In Credits: `cl` and 23 letters and digits.
    public var credits: String
    /// In Labs: 20 letters and digits.
    public var labs: String
    /// In Max and MiniMax audio: 15 digits.
    public var max: String
    /// In Max and MiniMax audio, as people read it: `Mynah_calm-woman`.
    public var unique: String

    /// The ids derived from the voice's own.
    public init(voiceID: String) {
        credits = StableID.credits(of: "voice:\(voiceID)")
        labs = StableID.labs(of: "voice:\(voiceID)")
        max = StableID.max(of: "voice:\(voiceID)")
        unique = "Mynah_\(voiceID)"
    }
}
