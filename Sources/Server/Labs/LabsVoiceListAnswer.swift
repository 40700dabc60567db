/// The answer of `GET /labs/voices`.
struct LabsVoiceListAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case voices, total, page
        case pageSize = "page_size"
    }

    var voices: [LabsVoiceAnswer]
    var total: Int
    var page: Int
    var pageSize: Int
}
