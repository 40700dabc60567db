/// The answer of `GET /max/voice-clones`.
struct MaxVoiceClonesAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case clones = "voice_clones"
        case total, limit
    }

    /// A voice clone: there are none yet.
    struct Clone: Encodable {}

    var clones: [Clone] = []
    var total = 0
    /// How many clones a user may have.
    var limit = 30
}
