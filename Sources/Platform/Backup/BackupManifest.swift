/// What a backup says of itself: the first file in it.
public struct BackupManifest: Codable, Sendable, Hashable {
    /// What the archive is, for people and programs.
    public var kind = Self.kind
    /// How the archive is laid out; a later layout has a higher number.
    public var format = Self.format
    /// The version of the program that wrote it.
    public var version: String
    /// When the database was copied (RFC 3339).
    public var createdAt: String
    /// The size of the database, in bytes.
    public var databaseSize: Int
    /// How many files of audio there are.
    public var fileCount: Int
    /// Their size, in bytes.
    public var fileSize: Int
    /// How many files were gone, so that their tasks were left out.
    public var omittedFileCount: Int

    static let kind = "mynah-backup"
    static let format = 1
    /// The largest manifest that is read, in bytes.
    static let sizeLimit = 1 << 16
}
