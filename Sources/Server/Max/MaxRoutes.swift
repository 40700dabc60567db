import Hummingbird
import Platform
import Speech

/// The Max family: MiniMax's voices and settings, in tasks. Its paths are there with `/api` before them and without.
struct MaxRoutes {
    let tasks: SpeechTasks
    let voices: Voices
    let intake: SpeechIntake
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
        }
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = try MaxVoiceQuery(RequestFields(query: request))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        let page = try await voices.page(query.page - 1, size: query.pageSize, matching: query.filter)
        return try .json(
            TaggedVoiceList(
                voices: page.entries.map { TaggedVoice($0.voice, spelling: .max, links: links) }, total: page.total, hasMore: page.hasMore))
    }

    @Sendable private func listClones(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(MaxVoiceClonesAnswer())
    }

    @Sendable private func createTask(_ request: Request, _ context: UserContext) async throws -> Response {
        let fields = try await RequestFields(json: request, limit: RequestFields.longBodyLimit)
        let order = try MaxSpeechRequest(fields, voices: voices.catalogue)
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
