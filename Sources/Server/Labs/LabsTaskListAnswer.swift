/// The answer of `GET /labs/task`. Its page and limit are texts, as the clients of this family read them.
struct LabsTaskListAnswer: Encodable {
    var tasks: [LabsTaskAnswer]
    var total: Int
    var page: String
    var limit: String
}
