import Database

/// The accounts of users: `local`, which everyone has, and those that they make beside it.
public struct Accounts: Sendable {
    private let database: any Database
    private let clock: WallClock

    /// How many accounts a user may make.
    static let limit = 100

    /// The accounts in `database`.
    public init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// A user's accounts, `local` first, the others by name.
    public func list(of principal: Principal) async throws -> [Account] {
        let userID = principal.userID
        return try await database.read { connection in
            try connection.rows(Account.local(of: userID)).map(Account.init) + connection.accounts(of: userID)
        }
    }

    /// A user's account of that name.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func account(_ name: String, of principal: Principal) async throws -> Account {
        guard let account = try await list(of: principal).first(where: { $0.name == name }) else { throw PlatformError.noSuchAccount }
        return account
    }

    /// The account that a request means: the one that it names, or the only one that there is.
    ///
    /// - Parameters:
    ///   - name: What it names; nil for nothing.
    ///   - field: What the family calls the account, for errors.
    /// - Throws: ``PlatformError/invalid(field:_:)``.
    public func chosen(_ name: String?, of principal: Principal, field: String) async throws -> Account {
        let accounts = try await list(of: principal)
        let names = accounts.map(\.name).joined(separator: ", ")
        guard let name else {
            guard accounts.count == 1 else { throw PlatformError.invalid(field: field, "is required, as there are several: it is one of \(names)") }
            return accounts[0]
        }
        guard let account = accounts.first(where: { $0.name == name }) else {
            throw PlatformError.invalid(field: field, "is none of your accounts: it is one of \(names)")
        }
        return account
    }

    /// Makes an account, or gives one that there is already another limit; once, where there is a `key`. Answers what `answer` made of it the first time.
    ///
    /// - Parameters:
    ///   - field: What the family calls the account, for errors.
    ///   - maxJobs: How many of its tasks may be under way, within ``Account/jobs``.
    /// - Throws: ``PlatformError/invalid(field:_:)``, ``PlatformError/idempotencyConflict``.
    public func set(
        _ name: String, maxJobs: Int, of principal: Principal, field: String, once key: IdempotencyKey?,
        answer: @escaping @Sendable (Account) throws -> String
    ) async throws -> String {
        guard Account.isName(name) else {
            throw PlatformError.invalid(
                field: field, "has 1 to \(Account.nameLimit) ASCII letters, digits, dots, hyphens and underscores, and not dots alone")
        }
        guard name.lowercased() != Account.localName else {
            throw PlatformError.invalid(field: field, "is another name than \(Account.localName), the account that everyone has")
        }
        let (userID, now, jobs) = (principal.userID, clock.now, min(max(maxJobs, Account.jobs.lowerBound), Account.jobs.upperBound))
        return try await database.write { connection in
            try IdempotencyRecords(connection: connection, now: now).once(key, of: userID) {
                try checkName(name, of: userID, field: field, connection)
                try connection.execute(
                    """
                    INSERT INTO accounts (user_id, name, max_jobs, created_at) VALUES (\(userID), \(name), \(jobs), \(now))
                    ON CONFLICT (user_id, name) DO UPDATE SET max_jobs = excluded.max_jobs
                    """)
                return try answer(connection.account(name, of: userID) ?? { throw PlatformError.noSuchAccount }())
            }.answer
        }
    }

    /// Checks that a user may have an account of that name beside their others.
    private func checkName(_ name: String, of userID: String, field: String, _ connection: any DatabaseConnection) throws {
        let others = try connection.accounts(of: userID).map(\.name).filter { $0 != name }
        // One that is there may still be changed, whatever others are called.
        if let twin = others.first(where: { $0.lowercased() == name.lowercased() }), try connection.account(name, of: userID) == nil {
            throw PlatformError.invalid(field: field, "differs from your account \(twin) only by capital letters: take another name")
        }
        guard others.count < Self.limit else {
            throw PlatformError.invalid(field: field, "is one too many: delete some of your \(Self.limit) accounts")
        }
    }
}

extension DatabaseConnection {
    /// The accounts that a user has made, by name.
    func accounts(of userID: String) throws -> [Account] {
        try rows("SELECT \(Account.columns) FROM accounts WHERE user_id = \(userID) ORDER BY name").map(Account.init)
    }

    /// A user's account; nil where there is none of that name.
    func account(_ name: String, of userID: String) throws -> Account? {
        if name == Account.localName { return try row(Account.local(of: userID)).map(Account.init) }
        return try row("SELECT \(Account.columns) FROM accounts WHERE user_id = \(userID) AND name = \(name)").map(Account.init)
    }
}

extension PlatformError {
    /// There is no account of that name.
    static let noSuchAccount = PlatformError.notFound("There is no such account.")
}
