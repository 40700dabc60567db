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
}
