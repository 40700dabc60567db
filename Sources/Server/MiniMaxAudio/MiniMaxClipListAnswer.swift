import Platform

/// The answer of `GET /v1/minimax/audio`.
struct MiniMaxClipListAnswer: Encodable {
    struct Entry: Encodable {
        private enum CodingKeys: String, CodingKey {
            case audioID = "audio_id"
            case review = "audio_review"
            case userNumber = "user_id"
            case title = "audio_title"
            case url = "audio_url"
            case updateTime = "update_time"
        }

        var audioID: String
        var review = 0
        var userNumber: Int
        var title: String
        var url: String
        var updateTime: Int64

        init(_ clip: MiniMaxClip) {
            audioID = clip.id.text
            userNumber = clip.id.userNumber
            title = clip.details.title
            url = clip.url
            updateTime = clip.task.updatedAt.milliseconds
        }
    }

    private enum CodingKeys: String, CodingKey {
        case entries = "audio_list"
        case total
        case hasMore = "has_more"
    }

    /// The clips of the page, the newest first.
    var entries: [Entry]
    var total: Int
    var hasMore: Bool
}
