import Database
import Platform

/// A user looks at one of the first 50 pages of a history of so many tasks, with its total.
struct HistoryScenario: Scenario {
    static let name = "history"
    static let smallSize = 1000
    static let repetitions = 300

    let database: any Database
    private let queue: TaskQueue

    private static let pages = 50
    private static let pageSize = 20

    init(size: Int, path: String) async throws {
        let seeded = try await SeededDatabase(path: path, users: 1)
        try await seeded.addCompletedTasks(size)
        database = try await seeded.reopened()
        queue = TaskQueue(database: database, clock: .system, ids: .system)
    }

    func perform() async throws {
        let page = try await queue.page(Int.random(in: 1...Self.pages), size: Self.pageSize, of: "u0", .credits)
        guard page.tasks.count == Self.pageSize, page.total >= Self.smallSize else { throw PageIncomplete() }
    }

    private struct PageIncomplete: Error {}
}
