import Database

/// A recording of somebody that a user sent, as it is kept.
public struct Recording: Sendable, Hashable {
    /// Its id, a number of 15 digits.
    public var id: String
    /// What its file was called where it came from.
    public var title: String
    /// Its name in the store.
    public var fileName: String
    /// Its length in bytes.
    var size: Int
    /// What it is served as to whoever knows its name in the store; nil where it is nobody's to fetch.
    var contentType: String?
    /// How long it is, in seconds.
    public var duration: Double

    static let columns: SQL = "recordings.id AS id, recordings.title AS title, file_name, size, content_type, recordings.duration AS duration"

    /// A recording of its row.
    init(row: Row) throws {
        id = try row.get("id")
        title = try row.get("title")
        fileName = try row.get("file_name")
        size = try row.get("size")
        contentType = try row.optional("content_type")
        duration = try row.get("duration")
    }

    /// A recording with everything given.
    init(id: String, title: String, fileName: String, size: Int, contentType: String?, duration: Double) {
        self.id = id
        self.title = title
        self.fileName = fileName
        self.size = size
        self.contentType = contentType
        self.duration = duration
    }
}
