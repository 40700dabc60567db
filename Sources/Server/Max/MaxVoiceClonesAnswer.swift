/// The answer of `GET /max/voice-clones`.
struct MaxVoiceClonesAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case clones = "voice_clones"
        case total, limit
    }

    var clones: [MaxVoiceCloneAnswer]
    var total: Int
    /// How many clones a user may have.
    var limit: Int
}
