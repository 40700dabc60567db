extension SQLiteDatabase {
    /// How much memory and patience a database takes.
    public struct Options: Sendable {
        /// How many reads run side by side, each on a connection of its own; the writer has one more.
        public var maximumReaders: Int
        /// How many look-ups run side by side on their callers' threads, likewise.
        public var maximumQuickReads: Int
        /// How much of the file each connection may keep in memory, in KiB.
        public var cacheSize: Int
        /// How long to wait for another process that has the database locked, in seconds.
        public var busyTimeout: Double
        /// How many writes may share a commit.
        public var batchLimit: Int

        /// The options that fit a small server: at most 14 MiB of cache.
        public init(maximumReaders: Int = 4, maximumQuickReads: Int = 2, cacheSize: Int = 2048, busyTimeout: Double = 10, batchLimit: Int = 64) {
            self.maximumReaders = maximumReaders
            self.maximumQuickReads = maximumQuickReads
            self.cacheSize = cacheSize
            self.busyTimeout = busyTimeout
            self.batchLimit = batchLimit
        }
    }
}
