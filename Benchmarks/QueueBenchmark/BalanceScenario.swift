import Database
import Platform

/// A user's balance is read, after so many entries in the ledger.
struct BalanceScenario: Scenario {
    static let name = "balance"
    static let smallSize = 1000
    static let repetitions = 1000

    let database: any Database
    private let credits: Credits

    init(size: Int, path: String) async throws {
        let seeded = try await SeededDatabase(path: path, users: 1)
        try await seeded.addEntries(size)
        database = try await seeded.reopened()
        credits = Credits(database: database, clock: .system, ids: .system)
    }

    func perform() async throws {
        guard try await credits.balance(of: "u0").total == 900_000_000_000 else { throw WrongBalance() }
    }

    private struct WrongBalance: Error {}
}
