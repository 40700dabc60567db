import Foundation

/// A file system of a few megabytes in memory, which can be filled. It is there for those alone who enter it, and goes with the last of them.
public final class SmallDisk: Sendable {
    /// Where it is, for who has entered it.
    public let root: URL
    /// The command before a command that makes it enter.
    public let entering: [String]

    let folder: TemporaryFolder
    private let holder: SpawnedProcess
    private let outside: URL

    /// Whether this machine lets its users make name spaces with file systems of their own.
    public static var isPossible: Bool {
        get async {
            let result = try? await Command.run("unshare", ["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"])
            return result?.exitCode == 0
        }
    }

    /// Makes a disk of `megabytes`.
    public init(megabytes: Int) async throws {
        folder = try TemporaryFolder()
        root = folder.url.appendingPathComponent("disk")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let script = #"mount -t tmpfs -o "size=$1m" none "$0" && : > "$0/mounted" && read line"#
        let pipe = try NamedPipe(in: folder.url, O_RDWR)
        holder = try SpawnedProcess(
            "unshare", ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", script, root.path, "\(megabytes)"],
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"], input: pipe.path)
        // Its end is what the holder waits for.
        self.pipe = pipe
        entering = ["nsenter", "--user", "--mount", "--preserve-credentials", "--target", "\(holder.id)"]
        outside = URL(fileURLWithPath: "/proc/\(holder.id)/root\(root.path)")
        let mark = outside.appendingPathComponent("mounted").path
        guard await eventually({ FileManager.default.fileExists(atPath: mark) }) else { throw SpawnError("unshare", code: EPERM) }
    }

    private let pipe: NamedPipe

    /// How many bytes are free.
    public var free: Int {
        get throws {
            var status = statvfs()
            guard statvfs(outside.path, &status) == 0 else { throw SpawnError(outside.path, code: errno) }
            return Int(status.f_bavail) * Int(status.f_bsize)
        }
    }

    /// Fills it until no more than `bytes` are free.
    public func fill(leaving bytes: Int) throws {
        let file = try FileHandle(forWritingTo: filler())
        defer { try? file.close() }
        try file.seekToEnd()
        while true {
            let excess = try free - bytes
            guard excess > 0, (try? file.write(contentsOf: Data(count: min(excess, 1 << 20)))) != nil else { return }
        }
    }

    /// Makes free what was filled.
    public func clear() throws {
        try FileManager.default.removeItem(at: filler())
    }

    private func filler() throws -> URL {
        let url = outside.appendingPathComponent("filler")
        if !FileManager.default.fileExists(atPath: url.path) { try Data().write(to: url) }
        return url
    }
}
