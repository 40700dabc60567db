import Database

/// The users.
public struct Users: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource

    /// The longest name, in characters.
    public static let nameLimit = 64

    /// The users in `database`.
    public init(database: any Database, clock: WallClock, ids: IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// Makes a user.
    ///
    /// - Throws: ``PlatformError/invalid(field:_:)`` for a name that is empty, too long, or taken, and for a plan that gives too much.
    public func create(name: String, plan: CreditPlan) async throws -> User {
        guard (1...Self.nameLimit).contains(name.count), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "/") }),
            // Commands would take it for an option.
            !name.hasPrefix("-")
        else {
            throw PlatformError.invalid(field: "name", "has 1 to \(Self.nameLimit) ASCII characters without spaces and slashes, and no hyphen first")
        }
        try plan.check()
        let (id, now) = (ids.make(), clock.now)
        return try await database.write { connection in
            guard try connection.row("SELECT id FROM users WHERE name = \(name)") == nil else {
                throw PlatformError.invalid(field: "name", "is taken: there is a user \(name) already")
            }
            try connection.execute(
                """
                INSERT INTO users (id, name, monthly_credits, is_unmetered, created_at)
                VALUES (\(id), \(name), \(plan.monthlyCredits), \(plan == .unmetered), \(now))
                """)
            return try connection.user(named: name)
        }
    }

    /// The user of that name.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func named(_ name: String) async throws -> User {
        try await database.read { try $0.user(named: name) }
    }

    /// The user of that id.
    ///
    /// - Throws: ``PlatformError/unauthorized`` where there is none any more.
    public func user(_ id: String) async throws -> User {
        let row = try await database.read { try $0.row("SELECT \(User.columns) FROM users WHERE id = \(id) AND deleted_at IS NULL") }
        guard let row else { throw PlatformError.unauthorized }
        return try User(row: row)
    }

    /// Every user, the oldest first.
    public func list() async throws -> [User] {
        try await database.read { connection in
            try connection.rows("SELECT \(User.columns) FROM users WHERE deleted_at IS NULL ORDER BY created_at, id").map(User.init)
        }
    }

    /// Has all of a user's keys open nothing, from now on; tasks that were taken on are done all the same.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func disable(_ name: String) async throws {
        let now = clock.now
        try await database.write { connection in
            let user = try connection.user(named: name)
            try connection.execute("UPDATE users SET disabled_at = \(now) WHERE id = \(user.id) AND disabled_at IS NULL")
        }
    }

    /// Has a user's keys open again what they did.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func enable(_ name: String) async throws {
        try await database.write { connection in
            let user = try connection.user(named: name)
            try connection.execute("UPDATE users SET disabled_at = NULL WHERE id = \(user.id)")
        }
    }

    /// How many users there are.
    public func count() async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) AS users FROM users WHERE deleted_at IS NULL")?.get("users") ?? 0 }
    }
}

extension DatabaseConnection {
    /// The user of that name.
    func user(named name: String) throws -> User {
        guard let row = try row("SELECT \(User.columns) FROM users WHERE name = \(name) AND deleted_at IS NULL") else {
            throw PlatformError.notFound("There is no user \(name): `mynah users list` shows who there is.")
        }
        return try User(row: row)
    }
}
