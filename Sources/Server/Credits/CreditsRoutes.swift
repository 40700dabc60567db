import Hummingbird
import Platform
import Speech

/// The Credits family: speech by voices of one catalogue, paid in credits.
struct CreditsRoutes {
    let tasks: SpeechTasks
    let voices: Voices
    let credits: Credits
    let files: FileAnswers
    let intake: SpeechIntake
    let clones: VoiceCloneIntake
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
        group.requiring(.clone).post("/api/v1/voice-clone", use: cloneVoice)
    }

    @Sendable private func balance(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(CreditsBalanceAnswer(try await credits.balance(of: context.principal.userID)))
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = try CreditsVoiceQuery(RequestFields(query: request))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        var found = VoicePage.empty
        if let scope = query.scope(of: context.principal) {
            found = try await voices.page(query.page - 1, size: query.limit, of: scope, in: query.order)
        }
        return try .json(
            CreditsVoiceListAnswer(
                voices: found.entries.map { .init($0, links: links) },
                pagination: .init(page: query.page, limit: query.limit, total: found.total)))
    }

    @Sendable private func cloneVoice(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try await CreditsCloneRequest(await RequestFields(form: request, files: CreditsCloneRequest.files))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        return try await clones.take(
            content.order, from: content.recording, terms: CreditsCloneRequest.terms, operation: "POST /api/v1/voice-clone", request: request,
            context: context
        ) { CreditsCloneAnswer($0, links: links) }
    }

    @Sendable private func createSpeech(_ request: Request, _ context: UserContext) async throws -> Response {
        let order = try CreditsSpeechRequest(await RequestFields(json: request))
        return try await intake.take(order, terms: .credits, operation: "POST /api/v1/tts", request: request, context: context) {
            CreditsCreationAnswer($0)
        }
    }

    @Sendable private func speech(_ request: Request, _ context: UserContext) async throws -> Response {
        let task = try await task(context)
        let voice = try await voices.listed(task.request.voiceID, of: task.userID)
        return try .json(CreditsSpeechAnswer(task, voice: voice, base: publicURL.base(for: request, context: context.server)))
    }

    @Sendable private func audio(_ request: Request, _ context: UserContext) async throws -> Response {
        let wait = try RequestFields(query: request).integer("wait", in: 0...Self.longestWait) ?? 0
        let task = try await finishedTask(context, waiting: .seconds(wait))
        if let error = task.error { throw RequestError.taskFailed(error) }
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
