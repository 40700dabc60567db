import Platform
import Speech

/// A clone, as this family answers it: a voice, and what it was cloned from.
struct MiniMaxVoice: Encodable {
    private struct File: Encodable {
        private enum CodingKeys: String, CodingKey {
            case id = "file_id"
            case name = "file_name"
        }

        var id: String
        var name: String
    }

    private struct Clone: Encodable {
        private enum CodingKeys: String, CodingKey {
            case name = "voice_name"
            case language = "language_tag"
            case reducesNoise = "need_noise_reduction"
            case files
        }

        var name: String
        var language: String
        var reducesNoise: Bool
        var files: [File]
    }

    private enum CodingKeys: String, CodingKey {
        case isManaged = "managed_by_api"
        case isExpired = "is_expired"
        case refreshCount = "refresh_count"
        case clonedID = "cloned_id"
        case clone
    }

    private let voice: TaggedVoice
    private let clone: Clone

    /// - Parameter links: Where its picture and its sample are.
    init(_ clone: VoiceClone, of principal: Principal, links: VoiceLinks) {
        voice = TaggedVoice(ListedVoice(clone), spelling: .miniMax, links: links)
        self.clone = Clone(
            name: clone.voice.name, language: VoiceTags(clone.voice, spelling: .miniMax).language, reducesNoise: clone.reducesNoise,
            files: clone.recordings.map { recording in
                File(id: MiniMaxID(.recording, recording.id, of: clone.account, userNumber: principal.userNumber).text, name: recording.title)
            })
    }

    func encode(to encoder: any Encoder) throws {
        try voice.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        // What is cloned here stays: it is no copy that would have to be made anew.
        try container.encode(true, forKey: .isManaged)
        try container.encode(false, forKey: .isExpired)
        try container.encode(0, forKey: .refreshCount)
        try container.encode(voice.voiceID, forKey: .clonedID)
        try container.encode(clone, forKey: .clone)
    }
}
