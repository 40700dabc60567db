import Hummingbird
import Platform

/// Takes on what families are asked to speak in the background: once, where the request carries an `Idempotency-Key`.
struct SpeechIntake: Sendable {
    let tasks: SpeechTasks
    let webhookTargets: WebhookTargets
    let publicURL: PublicURL

    /// Takes an order on, and answers what `answer` makes of the task, or made of it when the same was asked for before.
    ///
    /// - Parameter operation: The method and path, as `POST /api/v1/tts`: what an idempotency key is good for.
    func take(
        _ order: some SpeechOrder, terms: TaskTerms, operation: String, request: Request, context: UserContext,
        answer: @escaping @Sendable (SpeechTask) throws -> any Encodable
    ) async throws -> Response {
        let once = try request.idempotencyKey(operation: operation, content: order)
        let webhook = try await webhook(order.callback, base: publicURL.base(for: request, context: context.server))
        let (speech, details) = (order.speechRequest, try order.details)
        guard let once else {
            return try .json(answer(try await tasks.add(speech, for: context.principal, terms: terms, details: details, webhook: webhook)))
        }
        let text = try await tasks.add(speech, for: context.principal, terms: terms, details: details, webhook: webhook, once: once) { task in
            try Response.jsonText(answer(task))
        }
        return .json(written: text)
    }

    private func webhook(_ callback: SpeechCallback?, base: String) async throws -> TaskWebhook? {
        guard let callback else { return nil }
        return TaskWebhook(target: try await webhookTargets.target(callback.url, field: callback.field), format: callback.format, linkBase: base)
    }
}
