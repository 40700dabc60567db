/// A file that is in a store.
public struct StoredFile: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its size, in bytes.
    public let size: Int

    /// A file that is known to be stored.
    public init(name: String, size: Int) {
        self.name = name
        self.size = size
    }

    /// The file's strong entity tag, with its quotes, as HTTP's `ETag` carries it (RFC 9110, 8.8.3).
    ///
    /// It is the name: no two files have the same, and no file ever changes.
    public var entityTag: String {
        "\"\(name)\""
    }
}
