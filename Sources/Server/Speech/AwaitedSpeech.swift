import Platform
import Speech

/// Has a text spoken for a client that waits for it, and only for as long as it waits: what nobody hears is not spoken, and not kept.
struct AwaitedSpeech: Sendable {
    /// What is to be done.
    struct Order: Sendable {
        var request: SpeechRequest
        var terms: TaskTerms
        var account: Account?
        var details: String?
    }

    let tasks: SpeechTasks

    /// How long a client may have to wait.
    private static let patience: Duration = .seconds(120)
    /// How often a repeated request begins anew because the one before it has gone, and its task with it.
    private static let attempts = 3

    /// The answer to an order, which `answer` makes of the completed task.
    ///
    /// - Parameter key: Where there is one, the same order again gets the first answer, and while that is being made, waits for it.
    /// - Throws: ``PlatformError``, ``RequestError``, `CancellationError` where the client has gone.
    func answer(
        to order: Order, once key: IdempotencyKey?, context: UserContext, answer: @Sendable (SpeechTask) async throws -> String
    ) async throws -> String {
        guard let key else {
            let task = try await tasks.add(
                order.request, for: context.principal, terms: order.terms, account: order.account, details: order.details)
            return try await dropping(task.id, context) { try await answer(completed(task.id, context)) }
        }
        for _ in 1..<Self.attempts {
            do {
                return try await attempt(order, once: key, context: context, answer: answer)
            } catch PlatformError.notFound {
                continue
            }
        }
        return try await attempt(order, once: key, context: context, answer: answer)
    }

    private func attempt(
        _ order: Order, once key: IdempotencyKey, context: UserContext, answer: @Sendable (SpeechTask) async throws -> String
    ) async throws -> String {
        let principal = context.principal
        let kept = try await tasks.add(
            order.request, for: principal, terms: order.terms, account: order.account, details: order.details, once: key
        ) { Self.mark + $0.id }
        // What is kept is the task until there is an answer.
        guard kept.hasPrefix(Self.mark) else { return kept }
        let id = String(kept.dropFirst(Self.mark.count))
        do {
            return try await dropping(id, context) {
                try await tasks.keep(answer(completed(id, context)), insteadOf: kept, to: key, of: principal)
            }
        } catch {
            try await tasks.forget(kept, to: key, of: principal)
            throw error
        }
    }

    /// What stands before a task's id where it is kept in place of an answer. No JSON begins so.
    private static let mark = "task "

    /// Does `work`, and deletes the task if it fails.
    private func dropping(_ id: String, _ context: UserContext, _ work: () async throws -> String) async throws -> String {
        do {
            return try await work()
        } catch {
            try? await tasks.delete(id, for: context.principal)
            throw error
        }
    }

    private func completed(_ id: String, _ context: UserContext) async throws -> SpeechTask {
        let (tasks, principal) = (tasks, context.principal)
        let task = try await context.server.whileClientStays { try await tasks.task(id, for: principal, waiting: Self.patience) }
        if let error = task.error { throw RequestError.taskFailed("Speech generation failed: \(error)") }
        guard task.state == .completed else { throw RequestError.notFinished }
        return task
    }
}
