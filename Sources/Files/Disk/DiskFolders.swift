#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Where a disk's files are: finished ones in `files`, spread over subfolders, and those in the making in `tmp`, both beneath one folder.
///
/// Everything here blocks.
struct DiskFolders: Sendable {
    /// The folder of the finished files.
    let files: String
    /// The folder of the files in the making.
    let temporary: String

    /// Creates both beneath `folder`, which must exist and be writable.
    ///
    /// - Throws: ``FileStoreError``.
    init(beneath folder: String) throws(FileStoreError) {
        files = folder + "/files"
        temporary = folder + "/tmp"
        for path in [files, temporary] {
            do {
                try Self.create(path)
            } catch .notFound, .other(errno: ENOTDIR) {
                throw .noFolder(folder)
            }
            // As a folder: a file of that name fails here, and not with the first request.
            guard access(path + "/", W_OK | X_OK) == 0 else {
                throw errno == ENOTDIR ? .noFolder(path) : .last
            }
        }
        // All of them now: a commit that had to create one would have to wait until whoever else just did has synced it.
        for index in 0..<FileName.subfolderCount {
            try Self.create("\(files)/\(FileName.subfolder(index))")
        }
        try Self.sync(files)
        try Self.sync(folder)
    }

    /// Where the file of a name is.
    func path(of name: FileName) -> String {
        "\(files)/\(name.subfolder)/\(name.string)"
    }

    /// Gives a synced file in the making its own name, for good.
    ///
    /// - Throws: ``FileStoreError``, ``FileStoreError/alreadyExists`` where the name is taken.
    func publish(_ temporaryPath: String, as name: FileName) throws(FileStoreError) {
        let path = path(of: name)
        try Self.move(temporaryPath, to: path)
        do {
            try Self.sync("\(files)/\(name.subfolder)")
        } catch {
            // Nobody knows of it yet, and it might be gone after a loss of power.
            unlink(path)
            throw error
        }
    }

    /// Gives a file of another folder a second name here; where a file system has none, copies it. One that is here already stays.
    ///
    /// - Returns: Whether the file is here now; if not, it is not there either.
    /// - Throws: ``FileStoreError``.
    func adopt(_ name: FileName, from other: DiskFolders) throws -> Bool {
        if link(other.path(of: name), path(of: name)) == 0 || errno == EEXIST {
            return true
        }
        if errno == ENOENT {
            return false
        }
        guard errno == EXDEV || Self.lacksSecondNames(errno) else {
            throw FileStoreError.last
        }
        let copy = "\(temporary)/\(name.string)"
        defer { unlink(copy) }
        try Self.copy(other.path(of: name), to: copy)
        try publish(copy, as: name)
        return true
    }

    private static func copy(_ old: String, to new: String) throws {
        let source = try FileDescriptor(opening: old, DiskFileStore.readFlags)
        let copy = try FileDescriptor(opening: new, O_WRONLY | O_CREAT | O_TRUNC)
        var offset = 0
        while case let bytes = try source.read(at: offset, count: FileChunks.chunkSize), !bytes.isEmpty {
            try bytes.withUnsafeBytes { try copy.write($0, at: offset) }
            offset += bytes.count
        }
        try copy.sync()
    }

    private static func create(_ folder: String) throws(FileStoreError) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw .last
        }
    }

    private static func sync(_ folder: String) throws(FileStoreError) {
        try FileDescriptor(opening: folder, O_RDONLY | O_DIRECTORY).sync()
    }

    /// Renames, but never over another file. A second name and then the loss of the first does that in one step, where `rename` would replace.
    private static func move(_ old: String, to new: String) throws(FileStoreError) {
        if link(old, new) == 0 {
            unlink(old)
            return
        }
        guard lacksSecondNames(errno) else {
            throw .last
        }
        guard access(new, F_OK) != 0 else {
            throw .alreadyExists
        }
        guard rename(old, new) == 0 else {
            throw .last
        }
    }

    /// Whether a failure means that a file can't have a second name: some file systems (FAT, some on networks) know none.
    private static func lacksSecondNames(_ code: Int32) -> Bool {
        [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(code)
    }
}
