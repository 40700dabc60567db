import Database
import ServiceLifecycle
import Speech

/// The speech that users ask for.
public struct SpeechTasks: Sendable {
    let queue: TaskQueue
    let signals = TaskSignals()
    let voices: Voices
    let files: PublicFiles

    /// How often a waiting caller looks without having been woken.
    private static let poll: Duration = .seconds(1)

    /// The tasks in `database`, spoken by `voices` into `files`, which tell of their ends by `outbox`.
    public init(
        database: any Database, voices: Voices, files: PublicFiles, outbox: WebhookOutbox, configuration: TaskConfiguration = TaskConfiguration(),
        clock: WallClock, ids: IDSource
    ) {
        queue = TaskQueue(database: database, outbox: outbox, configuration: configuration, clock: clock, ids: ids)
        self.voices = voices
        self.files = files
    }

    /// Takes a request on: checks it, holds its price, and stores it for the workers.
    ///
    /// - Parameters:
    ///   - account: The account that it belongs to, and whose limit it counts for; nil for none.
    ///   - details: What the family keeps with the task, as it likes; nil for nothing.
    ///   - webhook: Whom it tells of its end; nil for nobody.
    /// - Throws: ``PlatformError``.
    public func add(
        _ request: SpeechRequest, for principal: Principal, terms: TaskTerms, account: Account? = nil, details: String? = nil,
        webhook: TaskWebhook? = nil
    ) async throws -> SpeechTask {
        // The price first: it is quick to tell that a text is too long.
        let price = try terms.tariff.price(of: request.text, field: terms.textField)
        let request = try await checked(request, for: principal, terms: terms)
        let task = try await queue.add(
            request, price: price, userID: principal.userID, family: terms.family, lane: terms.lane, account: account?.name, details: details,
            webhook: webhook)
        signals.work.raise()
        signals.changed(of: principal.userID)
        return task
    }

    /// Takes a request on as above, but once, however often it comes with `key`; and answers what `answer` made of the first.
    ///
    /// - Throws: ``PlatformError``.
    public func add(
        _ request: SpeechRequest, for principal: Principal, terms: TaskTerms, account: Account? = nil, details: String? = nil,
        webhook: TaskWebhook? = nil, once key: IdempotencyKey, answer: @escaping @Sendable (SpeechTask) throws -> String
    ) async throws -> String {
        let price = try terms.tariff.price(of: request.text, field: terms.textField)
        let request = try await checked(request, for: principal, terms: terms)
        let answer = try await queue.add(
            request, price: price, userID: principal.userID, family: terms.family, lane: terms.lane, account: account?.name, details: details,
            webhook: webhook, once: key, answer: answer)
        signals.work.raise()
        signals.changed(of: principal.userID)
        return answer
    }

    private func checked(_ request: SpeechRequest, for principal: Principal, terms: TaskTerms) async throws -> SpeechRequest {
        var request = request
        guard let voice = try await voices.listed(request.voiceID, of: principal.userID)?.voice else { throw PlatformError.unknownVoice }
        request.voiceID = voice.id
        do {
            try SpeechRequest.check(language: request.language)
        } catch {
            throw PlatformError.invalid(field: terms.languageField, error.message)
        }
        do {
            try SpeechRequest.check(request.text, pauses: request.pauses)
            try request.check(spokenBy: voice)
        } catch {
            throw PlatformError.invalid(field: terms.textField, error.message)
        }
        return request
    }

    /// A task of the caller's.
    ///
    /// - Parameter family: The family that it must have come by; nil for any.
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func task(_ id: String, for principal: Principal, family: TaskFamily? = nil) async throws -> SpeechTask {
        guard let task = try await queue.task(id, of: principal.userID), family == nil || task.family == family else { throw Self.noSuchTask }
        return task
    }

    /// A task of the caller's, once it is finished or `patience` is over.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``, also when it is deleted meanwhile; `CancellationError`.
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

    /// A page of the caller's tasks of one family, the newest first, and how many there are in all.
    ///
    /// - Parameters:
    ///   - number: Which page, from 1; those after the last are empty.
    ///   - size: How many tasks a page has, at least 1.
    public func page(_ number: Int, size: Int, of family: TaskFamily, for principal: Principal) async throws -> TaskPage {
        try await queue.page(max(1, number), size: max(1, size), of: principal.userID, family)
    }

    /// Deletes a task of the caller's, wherever it stands.
    ///
    /// One that is not finished is stopped, and its credits come back; of one that is, the text, the words and the file go, and its charge stays.
    ///
    /// - Parameter family: The family that it must have come by; nil for any.
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func delete(_ id: String, for principal: Principal, family: TaskFamily? = nil) async throws {
        guard let task = try await queue.delete(id, of: principal.userID, family: family) else { throw Self.noSuchTask }
        try await finishDeleting([task])
    }

    static let noSuchTask = PlatformError.notFound("There is no such task.")
}
