import Foundation
import Logging

/// How many files and sockets this process may have open at once.
enum OpenFileLimit {
    /// What is open beside connections: the database, the pipes to hosts, segments that wait.
    private static let reserve = 512

    /// Raises the limit as far as it goes, and says so where that is not far enough.
    ///
    /// - Parameter connections: How many connections there may be; each may have a file open beside its socket.
    static func raise(for connections: Int, logger: Logger) {
        let needed = rlim_t(connections * 2 + reserve)
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        guard limit.rlim_cur < needed else { return }
        logger.warning(
            "Fewer files may be open than the connections that may come can need: raise the limit (`ulimit -n`, LimitNOFILE=), or lower http.connections.",
            metadata: ["open-files": "\(limit.rlim_cur)", "needed": "\(needed)", "connections": "\(connections)"])
    }
}
