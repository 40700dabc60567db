/// A failure of a file store, with a message that tells a person what to do.
public enum FileStoreError: Error, Hashable, Sendable {
    /// There is no space left.
    case full
    /// Files can be read but not changed.
    case readOnly
    /// There is no file of that name.
    case notFound
    /// There is a file of that name already.
    case alreadyExists
    /// A name is none a file can have.
    case invalidName
    /// A file grew beyond what it may have, in bytes.
    case tooLarge(maximum: Int)
    /// A file does not have the bytes that were asked for.
    case outOfRange
    /// A writer was used after its file was committed or discarded.
    case finished
    /// The folder for the files is not there, or is none.
    case noFolder(String)
    /// The system's own error, by its number.
    case other(errno: Int32)
}

extension FileStoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .full: "There is no space left for files. Free some on their disk, then try again."
        case .readOnly: "Files cannot be written. Give the user that runs this program the right to write to their folder."
        case .notFound: "There is no such file. It may have been deleted."
        case .alreadyExists: "There is a file of this name already, and files never change. Give the new one another name."
        case .invalidName: "A file's name must be 1 to 128 letters, digits, hyphens, underscores and dots, and not begin with a dot. Name it so."
        case .tooLarge(let maximum): "The file would be larger than \(maximum) bytes. Make it shorter, or allow more."
        case .outOfRange: "The file does not have these bytes. Ask for bytes below its size."
        case .finished: "The file was finished or discarded before. Begin a new one."
        case .noFolder(let folder): "\(folder) is not there, or no folder. Create it, or name another."
        case .other(let code): "The disk that holds the files failed with error \(code). Check the disk and the system's log."
        }
    }
}
