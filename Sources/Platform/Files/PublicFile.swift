import Database

/// A finished file that anyone who knows its name may fetch.
public struct PublicFile: Sendable, Hashable {
    /// Its name, which nobody guesses, with its ending.
    public var name: String
    /// The name of the stored file that it leads to.
    let blobName: String
    /// Its media type.
    public var contentType: String
    /// Its length in bytes.
    public var size: Int

    init(row: Row) throws {
        name = try row.get("name")
        blobName = try row.get("blob_name")
        contentType = try row.get("content_type")
        size = try row.get("size")
    }
}
