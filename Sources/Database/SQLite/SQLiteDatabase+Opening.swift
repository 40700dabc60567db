internal import GRDB

extension SQLiteDatabase {
    /// Opens the file's connections.
    static func open(_ path: String, options: Options) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(options))
            try pool.writeWithoutTransaction { connection in
                // Set last: GRDB itself sets NORMAL when it turns the log on, and then the last commits are lost with the power.
                try connection.execute(sql: "PRAGMA synchronous = FULL")
                try connection.execute(sql: "PRAGMA journal_size_limit = \(64 << 20)")
            }
            return pool
        } catch {
            throw DatabaseError.translated(error)
        }
    }

    /// Opens one more connection to the file, which changes nothing.
    static func openReader(_ path: String, options: Options) throws -> DatabaseQueue {
        var configuration = configuration(options)
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func configuration(_ options: Options) -> Configuration {
        var configuration = Configuration()
        configuration.label = "Database"
        configuration.foreignKeysEnabled = true
        // One more for copies: idle readers keep theirs for a while.
        configuration.maximumReaderCount = max(1, options.maximumReaders) + 1
        configuration.busyMode = .timeout(options.busyTimeout)
        configuration.prepareDatabase { connection in
            // A negative size is one in KiB.
            try connection.execute(sql: "PRAGMA cache_size = -\(max(64, options.cacheSize))")
        }
        return configuration
    }
}
