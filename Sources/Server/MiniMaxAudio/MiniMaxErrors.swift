import Hummingbird

/// How the MiniMax audio family says that something went wrong: `{"error","code"}`, where the code is the status.
struct MiniMaxErrors: ErrorDialect {
    private struct Body: Encodable {
        var error: String
        var code: Int
    }

    func response(to error: ErrorAnswer) throws -> Response {
        let isUnauthorized = if case .unauthorized = error.kind { true } else { false }
        return try .json(Body(error: isUnauthorized ? "Unauthorized" : error.message, code: error.status.code), status: error.status)
    }
}
