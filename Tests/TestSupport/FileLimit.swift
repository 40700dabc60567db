import Foundation

/// How many files and sockets the tests may have open.
public enum FileLimit {
    /// Sees to it that there may be `count`.
    ///
    /// - Throws: ``SpawnError`` where the machine does not let it.
    public static func raise(to count: UInt) throws {
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        getrlimit(kind, &limit)
        guard limit.rlim_cur < count else { return }
        limit.rlim_cur = min(count, limit.rlim_max)
        guard setrlimit(kind, &limit) == 0, limit.rlim_cur >= count else { throw SpawnError("\(count) open files", code: EMFILE) }
    }
}
