import Database

/// A part of a user's work that has a limit of its own: how many of its tasks may be under way at once.
public struct Account: Sendable, Hashable {
    /// What the user calls it.
    public var name: String
    /// How many of its tasks may be unfinished.
    public var maxJobs: Int
    /// How many of its tasks are unfinished.
    public var openJobs: Int

    /// The name of the account that every user has.
    public static let localName = "local"
    /// How many tasks an account may have under way.
    public static let jobs = 1...20
    /// The longest name, in characters.
    public static let nameLimit = 64

    /// What is read of a row of `accounts`.
    static let columns: SQL = "name, max_jobs, \(openJobs(of: "accounts.user_id", "accounts.name"))"

    /// The account that every user has, and that can't be deleted: a row of its own, as there is none in `accounts`.
    static func local(of userID: String) -> SQL {
        "SELECT \(localName) AS name, \(jobs.upperBound) AS max_jobs, \(openJobs(of: "\(userID)", "\(localName)"))"
    }

    private static func openJobs(of userID: SQL, _ account: SQL) -> SQL {
        """
        (SELECT COUNT(*) FROM tasks WHERE tasks.user_id = \(userID) AND tasks.account = \(account) AND tasks.account IS NOT NULL
        AND tasks.state IN ('queued', 'running')) AS open_jobs
        """
    }

    init(row: Row) throws {
        name = try row.get("name")
        maxJobs = try row.get("max_jobs")
        openJobs = try row.get("open_jobs")
    }

    /// Says that as many tasks of an account are under way as may be.
    public static func fullSentence(_ name: String, limit: Int) -> String {
        limit == 1
            ? "1 job of the account \(name) is running: wait until it ends" : "\(limit) jobs of the account \(name) are running: wait until one ends"
    }

    /// Whether an account may be called `name`: 1 to 64 ASCII letters, digits, dots, hyphens and underscores, and not dots alone, which clients
    /// take out of paths.
    public static func isName(_ name: some StringProtocol) -> Bool {
        (1...nameLimit).contains(name.utf8.count) && !name.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }
}
