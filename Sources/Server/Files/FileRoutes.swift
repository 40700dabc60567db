import Hummingbird

/// `/files`: what links in answers lead to. Their names are secrets, so no key is asked for.
struct FileRoutes {
    let answers: FileAnswers

    /// The path under which files are.
    static let path = "/files"

    /// Where the file of that name is.
    ///
    /// - Parameter base: The base of links.
    static func link(to name: String, base: String) -> String {
        "\(base)\(path)/\(name)"
    }

    func add(to router: Router<ServerContext>) {
        router.get("\(Self.path)/:name", use: file)
        router.head("\(Self.path)/:name", use: file)
    }

    @Sendable private func file(_ request: Request, _ context: ServerContext) async throws -> Response {
        try await answers.response(to: request, name: try context.parameters.require("name"), isPublic: true)
    }
}
