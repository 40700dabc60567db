import Platform
import Speech

/// The answer of `GET /v1/minimax/audio/{audio_id}`.
struct MiniMaxClipAnswer: Encodable {
    struct Effects: Encodable {
        private enum CodingKeys: String, CodingKey {
            case deepenLighten = "deepen_lighten"
            case strongerSofter = "stronger_softer"
            case nasalCrisp = "nasal_crisp"
            case spaciousEcho = "spacious_echo"
            case lofiTelephone = "lofi_telephone"
            case robotic
            case auditoriumEcho = "auditorium_echo"
        }

        var deepenLighten: Double
        var strongerSofter: Double
        var nasalCrisp: Double
        var spaciousEcho: Bool
        var lofiTelephone: Bool
        var robotic: Bool
        var auditoriumEcho: Bool

        init(_ effects: VoiceEffects) {
            deepenLighten = effects.deepenLighten
            strongerSofter = effects.strongerSofter
            nasalCrisp = effects.nasalCrisp
            spaciousEcho = effects.spaciousEcho
            lofiTelephone = effects.lofiTelephone
            robotic = effects.robotic
            auditoriumEcho = effects.auditoriumEcho
        }
    }

    private enum CodingKeys: String, CodingKey {
        case audioID = "audio_id"
        case review = "audio_review"
        case voice = "voice_info"
        case text
        case url = "audio_url"
        case title = "audio_title"
        case createTime = "create_time"
        case emotion
        case emotionUsed = "emotion_used"
        case languageBoost = "language_boost"
        case volume = "vol"
        case speed
        case pitch
        case updateTime = "update_time"
        case effects
    }

    var audioID: String
    var review = 0
    @OrNull var voice: TaggedVoice?
    var text: String
    var url: String
    var title: String
    var createTime: Int64
    var emotion: String
    var emotionUsed: String
    var languageBoost: String
    var volume: Double
    var speed: Double
    var pitch: Double
    var updateTime: Int64
    var effects: Effects

    /// - Parameter voice: Who speaks; nil where the voice is no longer there.
    init(_ clip: MiniMaxClip, voice: TaggedVoice?) {
        let request = clip.task.request
        audioID = clip.id.text
        self.voice = voice
        text = request.text
        url = clip.url
        title = clip.details.title
        createTime = clip.task.createdAt.milliseconds
        emotion = clip.details.emotion
        emotionUsed = request.emotionUsed.rawValue
        languageBoost = clip.details.languageBoost
        volume = request.volume
        speed = request.prosody.speed
        pitch = request.prosody.pitch
        updateTime = clip.task.updatedAt.milliseconds
        effects = Effects(request.effects ?? .none)
    }
}
