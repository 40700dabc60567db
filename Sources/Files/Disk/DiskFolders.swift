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
        // Some file systems (FAT, some on networks) have no second names.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else {
            throw .last
        }
        guard access(new, F_OK) != 0 else {
            throw .alreadyExists
        }
        guard rename(old, new) == 0 else {
            throw .last
        }
    }
}
