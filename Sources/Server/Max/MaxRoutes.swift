import Hummingbird
import Platform
import Speech

/// The Max family: MiniMax's voices and settings, in tasks. Its paths are there with `/api` before them and without.
struct MaxRoutes {
    let tasks: SpeechTasks
    let voices: Voices
    let intake: SpeechIntake
    let cloner: VoiceCloner
    let clones: VoiceCloneIntake
    let publicURL: PublicURL

    func add(to group: RouterGroup<UserContext>) {
        for base in ["/api/v1", "/v1"] {
            // Who has texts spoken sees what comes of them.
            let reading = group.requiring(.read, .speak)
            reading.get("\(base)/max/voices", use: listVoices)
            reading.get("\(base)/max/voice-clones", use: listClones)
            reading.get("\(base)/max/tasks", use: listTasks)
            reading.get("\(base)/max/tasks/:task_id", use: task)
            let speaking = group.requiring(.speak)
            speaking.post("\(base)/max/tasks", use: createTask)
            speaking.delete("\(base)/max/tasks/:task_id", use: deleteTask)
            let cloning = group.requiring(.clone)
            cloning.post("\(base)/max/voice-clones", use: createClone)
            cloning.delete("\(base)/max/voice-clones/:id", use: deleteClone)
        }
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = try MaxVoiceQuery(RequestFields(query: request))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        let page = try await voices.page(query.page - 1, size: query.pageSize, of: .system, matching: query.filter)
        return try .json(
            TaggedVoiceList(
                voices: page.entries.map { TaggedVoice($0, spelling: .max, links: links) }, total: page.total, hasMore: page.hasMore))
    }

    @Sendable private func listClones(_ request: Request, _ context: UserContext) async throws -> Response {
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        let list = try await voices.clones(of: context.principal.userID)
        return try .json(
            MaxVoiceClonesAnswer(clones: list.map { MaxVoiceCloneAnswer($0, links: links) }, total: list.count, limit: MaxCloneRequest.terms.limit))
    }

    @Sendable private func createClone(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try await MaxCloneRequest(await RequestFields(form: request, files: MaxCloneRequest.files))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        return try await clones.take(
            content.order, from: content.recording, terms: MaxCloneRequest.terms, operation: "POST /v1/max/voice-clones", request: request,
            context: context
        ) { MaxVoiceCloneAnswer($0, links: links) }
    }

    @Sendable private func deleteClone(_ request: Request, _ context: UserContext) async throws -> Response {
        try await cloner.delete(try context.parameters.require("id"), for: context.principal)
        return Response(status: .ok)
    }

    @Sendable private func createTask(_ request: Request, _ context: UserContext) async throws -> Response {
        let fields = try await RequestFields(json: request, limit: RequestFields.longBodyLimit)
        let order = try await MaxSpeechRequest(fields) { try await voices.listed($0, of: context.principal.userID) }
        let base = publicURL.base(for: request, context: context.server)
        return try await intake.take(order, terms: .max, operation: "POST /v1/max/tasks", request: request, context: context) {
            MaxTaskAnswer($0, base: base)
        }
    }

    @Sendable private func task(_ request: Request, _ context: UserContext) async throws -> Response {
        let task = try await tasks.task(try context.parameters.require("task_id"), for: context.principal, family: .max)
        return try .json(MaxTaskAnswer(task, base: publicURL.base(for: request, context: context.server)))
    }

    @Sendable private func listTasks(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = RequestFields(query: request)
        let number = try query.integer("page", in: 1...Int.max) ?? 1
        let size = try query.integer("page_size", in: 1...100) ?? 10
        let page = try await tasks.page(number, size: size, of: .max, for: context.principal)
        let base = publicURL.base(for: request, context: context.server)
        return try .json(
            MaxTaskListAnswer(tasks: page.tasks.map { MaxTaskAnswer($0, base: base) }, total: page.total, page: number, pageSize: size))
    }

    @Sendable private func deleteTask(_ request: Request, _ context: UserContext) async throws -> Response {
        try await tasks.delete(try context.parameters.require("task_id"), for: context.principal, family: .max)
        return Response(status: .ok)
    }
}
