/// What a part's headers say. All of it is the client's word.
public struct MultipartPart: Sendable, Hashable {
    /// The field's name; never empty.
    public let name: String
    /// The name that the file has at the client: nil where the part is no file, empty where none was chosen.
    ///
    /// It may hold anything, also slashes and line breaks. It is nothing to open or create a file by.
    public let fileName: String?
    /// The part's own content type, as it is written.
    public let contentType: String?

    /// A part with everything given.
    public init(name: String, fileName: String? = nil, contentType: String? = nil) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
    }

    /// Whether the part is a file: it has the name of one.
    public var isFile: Bool {
        fileName != nil
    }
}
