import Database
import Platform
import Speech

/// A worker claims a task and completes it, while so many wait.
struct ClaimScenario: Scenario {
    static let name = "claim"
    static let smallSize = 100
    static let repetitions = 60

    let database: any Database
    private let queue: TaskQueue
    private let ids = IDSource.system

    private static let users = 100

    init(size: Int, path: String) async throws {
        let seeded = try await SeededDatabase(path: path, users: Self.users)
        try await seeded.addWaitingTasks(size, users: Self.users)
        database = try await seeded.reopened()
        queue = TaskQueue(database: database, clock: .system, ids: ids)
    }

    func perform() async throws {
        guard let (_, lease) = try await queue.claim() else { throw NothingToClaim() }
        let name = "\(ids.secretName()).mp3"
        let blob = Blob(name: name, contentType: "audio/mpeg", size: 40_000)
        try await queue.complete(lease, fileName: name, blob: blob, duration: 2.5, words: [WordTiming(range: 0..<3, start: 0, end: 0.2)])
    }

    /// One comes for each that goes.
    func prepare() async throws {
        let request = SpeechRequest(text: "The ferry leaves at a quarter to seven.", voiceID: "en-us")
        _ = try await queue.add(request, price: 39, userID: "u\(Int.random(in: 0..<Self.users))")
    }

    private struct NothingToClaim: Error {}
}
