/// The answer of `GET /max/tasks`.
struct MaxTaskListAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case tasks, total, page
        case pageSize = "page_size"
    }

    var tasks: [MaxTaskAnswer]
    var total: Int
    var page: Int
    var pageSize: Int
}
