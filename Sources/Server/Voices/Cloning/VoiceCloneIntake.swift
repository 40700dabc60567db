import Hummingbird
import Platform

/// Clones voices for clients that wait for them, and only for as long as they wait.
struct VoiceCloneIntake: Sendable {
    let cloner: VoiceCloner

    /// What a request for a clone holds, beside its recording.
    private struct Content: Encodable {
        var order: VoiceCloneOrder
        var recordings: [String]
    }

    /// Clones the voice in a recording that came with the request, and answers what `answer` makes of it, or made of it when the same was asked for before.
    ///
    /// - Parameters:
    ///   - operation: The method and path, as `POST /api/v1/voice-clone`: what an idempotency key is good for.
    func take(
        _ order: VoiceCloneOrder, from field: RecordingField, terms: VoiceCloneTerms, operation: String, request: Request, context: UserContext,
        answer: @escaping @Sendable (VoiceClone) throws -> any Encodable
    ) async throws -> Response {
        let once = try request.idempotencyKey(operation: operation, content: Content(order: order, recordings: [field.hash]))
        let principal = context.principal
        let text = try await context.server.whileClientStays { [cloner] in
            try await cloner.clone(order, from: [field.recording], for: principal, terms: terms, once: once) { try Response.jsonText(answer($0)) }
        }
        return .json(written: text)
    }

    /// Clones the voice in recordings that were sent before, as above.
    ///
    /// - Parameters:
    ///   - recordingIDs: The recordings.
    ///   - account: The account that they were sent for, and the clone is for.
    func take(
        _ order: VoiceCloneOrder, fromStored recordingIDs: [String], account: Account, terms: VoiceCloneTerms, operation: String, request: Request,
        context: UserContext, answer: @escaping @Sendable (VoiceClone) throws -> any Encodable
    ) async throws -> Response {
        let once = try request.idempotencyKey(operation: operation, content: Content(order: order, recordings: [account.name] + recordingIDs))
        let principal = context.principal
        let text = try await context.server.whileClientStays { [cloner] in
            try await cloner.clone(order, fromStored: recordingIDs, for: principal, account: account.name, terms: terms, once: once) {
                try Response.jsonText(answer($0))
            }
        }
        return .json(written: text)
    }
}
