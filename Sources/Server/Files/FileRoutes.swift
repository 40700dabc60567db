import Hummingbird

/// `/files`: what links in answers lead to. Their names are secrets, so no key is asked for.
struct FileRoutes {
    let answers: FileAnswers

    func add(to router: Router<ServerContext>) {
        router.get("/files/:name", use: file)
        router.head("/files/:name", use: file)
    }

    @Sendable private func file(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await answers.response(to: request, name: try context.parameters.require("name"), isPublic: true)
    }
}
