import Hummingbird
import Platform
import Speech

/// The Credits family: speech by voices of one catalogue, paid in credits.
struct CreditsRoutes {
    let tasks: SpeechTasks
    let voices: Voices
    let credits: Credits
    let files: FileAnswers
    let webhookTargets: WebhookTargets
    let publicURL: PublicURL

    /// The longest time that a caller may wait for audio, in seconds.
    private static let longestWait = 300

    func add(to group: RouterGroup<UserContext>) {
        // Who has texts spoken sees what comes of them.
        let reading = group.requiring(.read, .speak)
        reading.get("/api/v1/credits", use: balance)
        reading.get("/api/user/credits", use: balance)
        reading.get("/api/v1/voices", use: listVoices)
        reading.get("/api/v1/tts/:id", use: speech)
        reading.get("/api/v1/tts/:id/audio", use: audio)
        reading.head("/api/v1/tts/:id/audio", use: audio)
        group.requiring(.speak).post("/api/v1/tts", use: createSpeech)
    }

    @Sendable private func balance(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(CreditsBalanceAnswer(try await credits.balance(of: context.principal.userID)))
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = try CreditsVoiceQuery(RequestFields(query: request))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        return try .json(query.answer(from: voices.catalogue, uses: try await voices.uses(), links: links))
    }

    @Sendable private func createSpeech(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try CreditsSpeechRequest(await RequestFields(json: request))
        let once = try request.headers[.idempotencyKey].map { try IdempotencyKey(key: $0, operation: "POST /api/v1/tts", content: content) }
        let webhook = try await webhook(content, base: publicURL.base(for: request, context: context.server))
        let speech = content.speechRequest
        guard let once else {
            let task = try await tasks.add(speech, for: context.principal, terms: .credits, webhook: webhook)
            return try .json(CreditsCreationAnswer(task))
        }
        let answer = try await tasks.add(speech, for: context.principal, terms: .credits, webhook: webhook, once: once) { task in
            try Response.jsonText(CreditsCreationAnswer(task))
        }
        return .text(answer, contentType: "application/json; charset=utf-8")
    }

    private func webhook(_ content: CreditsSpeechRequest, base: String) async throws -> TaskWebhook? {
        guard let url = content.webhookURL else { return nil }
        return TaskWebhook(target: try await webhookTargets.target(url, field: "webhookUrl"), format: CreditsWebhook.formatName, linkBase: base)
    }

    @Sendable private func speech(_ request: Request, _ context: UserContext) async throws -> Response {
        let task = try await task(context)
        let voice = voices.catalogue.voice(task.request.voiceID)
        return try .json(CreditsSpeechAnswer(task, voice: voice, base: publicURL.base(for: request, context: context.server)))
    }

    @Sendable private func audio(_ request: Request, _ context: UserContext) async throws -> Response {
        let wait = try RequestFields(query: request).integer("wait", in: 0...Self.longestWait) ?? 0
        let task = try await finishedTask(context, waiting: .seconds(wait))
        if let error = task.error { throw RequestError.taskFailed("Speech generation failed: \(error)") }
        guard let name = task.fileName else {
            throw RequestError.notReady("The audio is not ready yet: ask again, with ?wait=60 to wait for it")
        }
        return try await files.response(to: request, name: name, isPublic: false)
    }

    /// The task, once it is finished, or as it is when `patience` is over or the client hangs up.
    private func finishedTask(_ context: UserContext, waiting patience: Duration) async throws -> SpeechTask {
        guard patience > .zero else { return try await task(context) }
        do {
            return try await context.server.whileClientStays { try await task(context, waiting: patience) }
        } catch is CancellationError where !Task.isCancelled {
            return try await task(context)
        }
    }

    private func task(_ context: UserContext, waiting patience: Duration = .zero) async throws -> SpeechTask {
        do {
            return try await tasks.task(try context.parameters.require("id"), for: context.principal, waiting: patience)
        } catch PlatformError.notFound {
            throw PlatformError.notFound("Speech not found or access denied")
        }
    }
}
