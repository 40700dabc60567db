import Files

/// A file that came with a request. It is gone once nobody holds it.
struct UploadedFile: Sendable {
    /// The name that it has at the client, which may be anything.
    let name: String
    /// Its bytes.
    let content: TemporaryFile
}
