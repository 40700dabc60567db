import Hummingbird
import Platform
import Speech

/// The Labs family: ElevenLabs' voices and settings, in tasks with subtitles. Its paths are there with `/api` before them and without.
struct LabsRoutes {
    let tasks: SpeechTasks
    let voices: Voices
    let credits: Credits
    let users: Users
    let intake: SpeechIntake
    let publicURL: PublicURL

    func add(to group: RouterGroup<UserContext>) {
        for base in ["/api/v1", "/v1"] {
            // Who has texts spoken sees what comes of them.
            let reading = group.requiring(.read, .speak)
            reading.get("\(base)/me", use: me)
            reading.get("\(base)/labs/credits", use: listCredits)
            reading.get("\(base)/labs/voices", use: listVoices)
            reading.get("\(base)/labs/task", use: listTasks)
            reading.get("\(base)/labs/task/:task_id", use: task)
            let speaking = group.requiring(.speak)
            speaking.post("\(base)/labs/task", use: createTask)
            speaking.delete("\(base)/labs/task/:task_id", use: deleteTask)
            speaking.post("\(base)/labs/task/subtitle/:task_id", use: exportSubtitle)
        }
    }

    @Sendable private func me(_ request: Request, _ context: UserContext) async throws -> Response {
        let userID = context.principal.userID
        return try .json(LabsUserAnswer(try await users.user(userID), credits: try await credits.spendable(by: userID)))
    }

    @Sendable private func listCredits(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(try await credits.spendable(by: context.principal.userID).map(LabsCreditsAnswer.init))
    }

    @Sendable private func listVoices(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = try LabsVoiceQuery(RequestFields(query: request))
        let links = VoiceLinks(base: publicURL.base(for: request, context: context.server))
        var found = VoicePage.empty
        if let scope = query.scope(of: context.principal) {
            found = try await voices.page(query.page, size: query.pageSize, of: scope, matching: query.filter, in: query.order)
        }
        return try .json(
            LabsVoiceListAnswer(
                voices: found.entries.map { LabsVoiceAnswer($0, links: links) }, total: found.total, page: query.page, pageSize: query.pageSize))
    }

    @Sendable private func createTask(_ request: Request, _ context: UserContext) async throws -> Response {
        let order = try LabsSpeechRequest(await RequestFields(json: request, limit: RequestFields.longBodyLimit))
        return try await intake.take(order, terms: .labs, operation: "POST /v1/labs/task", request: request, context: context) {
            LabsCreationAnswer($0)
        }
    }

    @Sendable private func task(_ request: Request, _ context: UserContext) async throws -> Response {
        let task = try await tasks.task(try context.parameters.require("task_id"), for: context.principal, family: .labs)
        return try .json(LabsTaskAnswer(task, base: publicURL.base(for: request, context: context.server)))
    }

    @Sendable private func listTasks(_ request: Request, _ context: UserContext) async throws -> Response {
        let query = RequestFields(query: request)
        let number = try query.integer("page", in: 1...Int.max) ?? 1
        let limit = try query.integer("limit", in: 1...100) ?? 20
        let page = try await tasks.page(number, size: limit, of: .labs, for: context.principal)
        let base = publicURL.base(for: request, context: context.server)
        return try .json(
            LabsTaskListAnswer(tasks: page.tasks.map { LabsTaskAnswer($0, base: base) }, total: page.total, page: "\(number)", limit: "\(limit)"))
    }

    @Sendable private func deleteTask(_ request: Request, _ context: UserContext) async throws -> Response {
        try await tasks.delete(try context.parameters.require("task_id"), for: context.principal, family: .labs)
        return Response(status: .ok)
    }

    @Sendable private func exportSubtitle(_ request: Request, _ context: UserContext) async throws -> Response {
        let order = try LabsSubtitleRequest(
            taskID: try context.parameters.require("task_id"), body: await RequestFields(json: request, mayBeEmpty: true),
            query: RequestFields(query: request), accept: request.headers[.accept])
        let cues = try await tasks.cutSubtitle(
            of: order.taskID, family: .labs, for: context.principal, limits: order.limits,
            once: try request.idempotencyKey(operation: "POST /v1/labs/task/subtitle", content: order))
        guard let format = order.format else { return Response(status: .ok) }
        return .text(format.render(cues), contentType: format.contentType)
    }
}
