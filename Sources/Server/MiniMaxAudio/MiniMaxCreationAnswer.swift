import Platform
import Speech

/// The answer of `POST /v1/minimax/audio/create-mp3`.
struct MiniMaxCreationAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case audioID = "audio_id"
        case length = "audio_length"
        case sampleRate = "audio_sample_rate"
        case size = "audio_size"
        case bitRate = "bitrate"
        case wordCount = "word_count"
        case invisibleCharacterRatio = "invisible_character_ratio"
        case characters = "usage_characters"
        case format = "audio_format"
        case channels = "audio_channel"
        case isSensitive = "input_sensitive"
        case traceID = "trace_id"
        case chunks
        case review = "audio_review"
        case userNumber = "user_id"
        case title = "audio_title"
        case url = "audio_url"
        case updateTime = "update_time"
        case emotionUsed = "emotion_used"
    }

    var audioID: String
    /// In milliseconds.
    var length: Int
    /// Samples a second.
    var sampleRate: Int
    /// In bytes.
    var size: Int
    /// Bits a second.
    var bitRate: Int
    var wordCount: Int
    var invisibleCharacterRatio: Double
    /// As the text is written, pauses included.
    var characters: Int
    var format: String
    var channels = 1
    /// Nothing here judges texts.
    var isSensitive = false
    var traceID: String
    /// The sentences that the text was read in.
    var chunks: Int
    var review = 0
    var userNumber: Int
    var title: String
    var url: String
    var updateTime: Int64
    var emotionUsed: String

    /// - Parameters:
    ///   - size: The file's size in bytes.
    ///   - traceID: The id of the request, which the log has, too.
    init(_ clip: MiniMaxClip, size: Int, traceID: String) {
        let request = clip.task.request
        audioID = clip.id.text
        length = clip.task.duration.map { Int(($0 * 1000).rounded()) } ?? 0
        sampleRate = request.encoding.sampleRate
        self.size = size
        bitRate = request.encoding.bitRate ?? 0
        wordCount = request.wordCount
        invisibleCharacterRatio = request.invisibleCharacterRatio
        characters = request.text.unicodeScalars.count
        format = request.encoding.format.rawValue
        self.traceID = traceID
        chunks = request.sentenceCount
        userNumber = clip.id.userNumber
        title = clip.details.title
        url = clip.url
        updateTime = clip.task.updatedAt.milliseconds
        emotionUsed = request.emotionUsed.rawValue
    }
}
