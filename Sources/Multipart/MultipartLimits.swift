/// What a form may take up at most.
public struct MultipartLimits: Sendable, Hashable {
    /// How many parts there may be.
    public var parts: Int
    /// The bytes of each part's headers, their line ends and the empty line after them included.
    public var headerBytes: Int
    /// The bytes of each part that is no file.
    public var fieldBytes: Int
    /// The bytes of each file.
    public var fileBytes: Int
    /// The bytes of the whole body, with boundaries, headers and what is around the parts.
    public var bodyBytes: Int

    /// Limits with everything given.
    public init(parts: Int, headerBytes: Int, fieldBytes: Int, fileBytes: Int, bodyBytes: Int) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
        self.fileBytes = fileBytes
        self.bodyBytes = bodyBytes
    }
}
