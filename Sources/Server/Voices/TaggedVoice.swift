import Platform
import Speech

/// A voice of the system as the Max and MiniMax families answer it.
struct TaggedVoice: Encodable {
    private enum CodingKeys: String, CodingKey {
        case voiceID = "voice_id"
        case parentVoiceID = "parent_voice_id"
        case name = "voice_name"
        case tags = "tag_list"
        case fileID = "file_id"
        case coverURL = "cover_url"
        case createTime = "create_time"
        case updateTime = "update_time"
        case isCollected = "collected"
        case status = "voice_status"
        case sampleAudio = "sample_audio"
        case uniqueID = "uniq_id"
        case groupID = "group_id"
        case description
        case generateChannel = "generate_channel"
    }

    var voiceID: String
    var parentVoiceID = "0"
    var name: String
    var tags: [String]
    var fileID = ""
    var coverURL: String
    var createTime: Int64
    var updateTime: Int64
    var isCollected = false
    /// 2: it is ready.
    var status = 2
    var sampleAudio: String
    var uniqueID: String
    var groupID = "0"
    /// One sentence on how it sounds; only where the family has a field for it.
    var description: String?
    /// Where it came from: 3 for the system; only where the family has a field for it.
    var generateChannel: Int?

    /// - Parameter links: Where its picture and its sample are.
    init(_ voice: Voice, spelling: TagSpelling, links: VoiceLinks) {
        voiceID = voice.familyIDs.max
        name = voice.name
        tags = VoiceTags(voice, spelling: spelling).list
        coverURL = links.cover(of: voice)
        createTime = Timestamp.systemVoices.milliseconds
        updateTime = Timestamp.systemVoices.milliseconds
        sampleAudio = links.sample(of: voice)
        uniqueID = voice.familyIDs.unique
        if spelling == .max {
            description = voice.description
            generateChannel = 3
        }
    }
}
