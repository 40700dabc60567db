import Platform
import Speech

/// A voice as the Max and MiniMax families answer it.
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
    /// The first recording that it was cloned from; empty for one of the system's.
    var fileID: String
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
    /// Where it came from: 1 for a clone, 3 for the system; only where the family has a field for it.
    var generateChannel: Int?

    /// - Parameter links: Where its picture and its sample are.
    init(_ listed: ListedVoice, spelling: TagSpelling, links: VoiceLinks) {
        let (voice, clone) = (listed.voice, listed.clone)
        voiceID = voice.familyIDs.max
        name = voice.name
        tags = VoiceTags(voice, spelling: spelling).list
        fileID = clone?.recordings.first?.id ?? ""
        coverURL = links.cover(of: listed)
        createTime = (clone?.createdAt ?? .systemVoices).milliseconds
        updateTime = (clone?.updatedAt ?? .systemVoices).milliseconds
        sampleAudio = links.sample(of: listed)
        uniqueID = voice.familyIDs.unique
        if spelling == .max {
            description = voice.description
            generateChannel = clone == nil ? 3 : 1
        }
    }
}
