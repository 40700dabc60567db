import Database
import ServiceLifecycle
import Speech

/// The speech that users ask for.
public struct SpeechTasks: Sendable {
    let queue: TaskQueue
    let signals: TaskSignals
    let voices: Voices

    /// How often a waiting caller looks without having been woken.
    private static let poll: Duration = .seconds(1)

    /// The tasks in `database`, spoken by `voices`.
    public init(database: any Database, voices: Voices, clock: WallClock, ids: IDSource) {
        queue = TaskQueue(database: database, clock: clock, ids: ids)
        signals = TaskSignals()
        self.voices = voices
    }

    /// Takes a request on: checks it, holds its price, and stores it for the workers.
    ///
    /// - Parameters:
    ///   - tariff: What it costs, and how long it may be.
    ///   - textField: What the caller's family calls the text, for errors.
    /// - Throws: ``PlatformError``.
    public func add(_ request: SpeechRequest, tariff: Tariff, textField: String, for principal: Principal) async throws -> SpeechTask {
        // The price first: it is quick to tell that a text is too long.
        let price = try tariff.price(of: request.text)
        let task = try await queue.add(checked(request, textField: textField), price: price, userID: principal.userID)
        signals.work.raise()
        return task
    }

    /// Takes a request on as above, but once, however often it comes with `key`; and answers what `answer` made of the first.
    ///
    /// - Throws: ``PlatformError``.
    public func add(
        _ request: SpeechRequest, tariff: Tariff, textField: String, for principal: Principal, once key: IdempotencyKey,
        answer: @escaping @Sendable (SpeechTask) throws -> String
    ) async throws -> String {
        let price = try tariff.price(of: request.text)
        let answer = try await queue.add(
            checked(request, textField: textField), price: price, userID: principal.userID, once: key, answer: answer)
        signals.work.raise()
        return answer
    }

    private func checked(_ request: SpeechRequest, textField: String) throws -> SpeechRequest {
        var request = request
        request.voiceID = try voices.voice(request.voiceID).id
        do {
            try SpeechRequest.check(request.text)
        } catch {
            throw PlatformError.invalid(field: textField, error.message)
        }
        return request
    }

    /// A task of the caller's.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func task(_ id: String, for principal: Principal) async throws -> SpeechTask {
        guard let task = try await queue.task(id, of: principal.userID) else { throw PlatformError.notFound("There is no such task.") }
        return task
    }

    /// A task of the caller's, once it is finished or `patience` is over.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``, `CancellationError`.
    public func task(_ id: String, for principal: Principal, waiting patience: Duration) async throws -> SpeechTask {
        let deadline = ContinuousClock.now + patience
        return try await signals.withFinish(of: id) { finish in
            while true {
                let task = try await task(id, for: principal)
                let left = deadline - .now
                if task.state.isFinal || left <= .zero || Task.isShuttingDownGracefully { return task }
                await finish.wait(atMost: min(left, Self.poll))
                try Task.checkCancellation()
            }
        }
    }
}
