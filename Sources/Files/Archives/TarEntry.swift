/// A file or a folder in an archive, as `tar --list --verbose --numeric-owner --full-time` shows it.
public struct TarEntry: Sendable, Hashable {
    /// Whether it is a folder, and not a file.
    public let isFolder: Bool
    /// Its size once it is unpacked, in bytes.
    public let size: Int
    /// Its path; that of a folder ends with a slash.
    public let path: String

    /// A file or a folder.
    public init(isFolder: Bool, size: Int, path: String) {
        self.isFolder = isFolder
        self.size = size
        self.path = path
    }

    /// What a line shows; nil for a link, a device, or anything else that is neither file nor folder, and for a path with a space.
    init?(line: Substring) {
        let fields = line.split(separator: " ")
        guard fields.count == 6, let kind = line.first, kind == "-" || kind == "d", let size = Int(fields[2]), size >= 0 else {
            return nil
        }
        self.init(isFolder: kind == "d", size: size, path: String(fields[5]))
    }
}
