import Foundation
import Logging
import Server

/// How many files and sockets this process may have open at once.
enum OpenFileLimit {
    /// What is open beside connections: the database, the pipes to hosts, segments that wait.
    private static let reserve = 128

    /// Raises the limit as far as it goes, and answers how many connections there is room for, of those that there may be.
    ///
    /// Says so where that is not all: a server that has no descriptor left can't work on what it has taken on.
    static func connections(within wanted: Int, logger: Logger) -> Int {
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return wanted }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            _ = setrlimit(kind, &limit)
            _ = getrlimit(kind, &limit)
        }
        // Each may have a file open beside its socket.
        let room = max(1, (Int(clamping: limit.rlim_cur) - reserve - ConnectionLimits.refusable) / 2)
        guard room < wanted else { return wanted }
        logger.warning(
            "The limit of open files leaves room for fewer connections than http.connections: raise it (`ulimit -Hn`, LimitNOFILE=).",
            metadata: ["open-files": "\(limit.rlim_cur)", "connections": "\(room)", "http.connections": "\(wanted)"])
        return room
    }
}
