public import Foundation

/// An archive of files and folders, by the system's `tar` program: anyone can look into it, and nothing more is linked into this one.
public struct TarArchive: Sendable {
    private let file: FileHandle
    /// The archive's own size, in bytes.
    public let size: Int

    /// Opens the archive at `url`.
    ///
    /// - Throws: ``FileStoreError/notFound`` where there is no file.
    public init(_ url: URL) throws {
        size = try FileDescriptor(opening: url.path, DiskFileStore.readFlags).size()
        file = try FileHandle(forReadingFrom: url)
    }

    /// Writes the files and folders `names` in `folder` to `output`, in this order.
    ///
    /// - Throws: ``TarError``, `CancellationError`.
    public static func write(_ names: [String], in folder: URL, to output: FileHandle) async throws {
        // A file with two names is two files.
        let options = ["--format=gnu", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--hard-dereference"]
        try await TarProcess(["--create", "--file=-", "--directory=\(folder.path)"] + options + names, output: output).run()
    }

    /// Has `check` look at each entry in turn; unpacks nothing. What is neither a file nor a folder fails.
    ///
    /// - Throws: ``TarError``, also where the archive is damaged, compressed or none; `CancellationError`; and what `check` throws.
    public func checkEntries(_ check: @escaping @Sendable (TarEntry) throws -> Void) async throws {
        try file.seek(toOffset: 0)
        // Through standard input, where tar does not unpack what is compressed: nothing grows beyond the archive's own size.
        let options = ["--verbose", "--numeric-owner", "--full-time", "--quoting-style=escape"]
        try await TarProcess(["--list", "--file=-"] + options, input: file).run { line in
            guard let entry = TarEntry(line: line) else { throw TarError.unexpected(String(line.prefix(200))) }
            try check(entry)
        }
    }

    /// Unpacks everything into `folder`, over nothing that is there, as this user's own.
    ///
    /// - Throws: ``TarError``, `CancellationError`.
    public func unpack(into folder: URL) async throws {
        try file.seek(toOffset: 0)
        let options = ["--keep-old-files", "--no-same-owner", "--no-same-permissions", "--touch"]
        try await TarProcess(["--extract", "--file=-", "--directory=\(folder.path)"] + options, input: file).run()
    }
}
