import Platform
import Speech

/// Has a text spoken for a client that waits for it, and only for as long as one waits: what nobody hears is not spoken, and not kept.
struct AwaitedSpeech: Sendable {
    /// What is to be done.
    struct Order: Sendable {
        var request: SpeechRequest
        var terms: TaskTerms
        /// The account that it is done for, asked for only where it is not done yet.
        var account: @Sendable () async throws -> Account?
        var details: String?
    }

    /// What clients that send the same request wait for together.
    private struct Wish: Hashable {
        var userID: String
        var key: IdempotencyKey
    }

    private let tasks: SpeechTasks
    private let waiters = Waiters<Wish>()

    /// How long a client may have to wait.
    private static let patience: Duration = .seconds(120)
    /// How often a repeated request begins anew because the one before it was just leaving, and its task with it.
    private static let attempts = 5

    /// Of `tasks`: one for all clients that may send the same requests.
    init(tasks: SpeechTasks) {
        self.tasks = tasks
    }

    /// The answer to an order, which `answer` makes of the completed task.
    ///
    /// - Parameter key: Where there is one, the same order again gets the first answer, and while that is being made, waits for it.
    /// - Throws: ``PlatformError``, ``RequestError``, `CancellationError` where the client has gone.
    func answer(
        to order: Order, once key: IdempotencyKey?, context: UserContext, answer: @Sendable (SpeechTask) async throws -> String
    ) async throws -> String {
        let principal = context.principal
        guard let key else {
            let task = try await tasks.add(
                order.request, for: principal, terms: order.terms, account: order.account(), details: order.details)
            do {
                return try await answer(completed(task.id, context))
            } catch {
                try? await tasks.delete(task.id, for: principal)
                throw error
            }
        }
        let wish = Wish(userID: principal.userID, key: key)
        var kept: String?
        waiters.enter(wish)
        do {
            let text = try await join(order, once: key, context: context, kept: &kept, answer: answer)
            _ = waiters.leave(wish, isServed: true)
            return text
        } catch {
            if waiters.leave(wish, isServed: false), let kept, let id = PendingAnswer.taskID(in: kept) {
                // The record first: who comes now begins anew.
                try? await tasks.forget(kept, to: key, of: principal)
                try? await tasks.delete(id, for: principal)
            }
            throw error
        }
    }

    /// Waits for the task of an order, which is taken on if nobody did before.
    ///
    /// - Parameter kept: What is kept in place of the answer, once that is known.
    private func join(
        _ order: Order, once key: IdempotencyKey, context: UserContext, kept: inout String?,
        answer: @Sendable (SpeechTask) async throws -> String
    ) async throws -> String {
        var loss: (any Error)?
        for _ in 0..<Self.attempts {
            let earlier = try await tasks.answer(keptTo: key, of: context.principal)
            let text =
                if let earlier { earlier } else { try await begin(order, once: key, principal: context.principal, after: loss) }
            kept = text
            guard let id = PendingAnswer.taskID(in: text) else { return text }
            do {
                return try await tasks.keep(answer(completed(id, context)), insteadOf: text, to: key, of: context.principal)
            } catch let error as PlatformError {
                guard case .notFound = error else { throw error }
                // Who waited before was just leaving, or the account is deleted.
                try await tasks.forget(text, to: key, of: context.principal)
                loss = error
            }
        }
        throw RequestError.notFinished
    }

    /// Takes an order on; what is kept of it.
    ///
    /// - Parameter loss: Why it was lost, where it was taken on before: then it is no news that there is no such account.
    private func begin(_ order: Order, once key: IdempotencyKey, principal: Principal, after loss: (any Error)?) async throws -> String {
        let account: Account?
        do {
            account = try await order.account()
        } catch let error as PlatformError {
            throw loss ?? error
        }
        return try await tasks.add(
            order.request, for: principal, terms: order.terms, account: account, details: order.details, once: key
        ) { PendingAnswer.text(ofTask: $0.id) }
    }

    private func completed(_ id: String, _ context: UserContext) async throws -> SpeechTask {
        let (tasks, principal) = (tasks, context.principal)
        let task = try await context.server.whileClientStays { try await tasks.task(id, for: principal, waiting: Self.patience) }
        if let error = task.error { throw RequestError.taskFailed(error) }
        guard task.state == .completed else { throw RequestError.notFinished }
        return task
    }
}
