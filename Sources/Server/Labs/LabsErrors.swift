import HTTPTypes
import Hummingbird

/// How the Labs and Max families say that something went wrong: `{"error","message"}`, with the same text in both, as some clients read the one and
/// some the other.
struct LabsErrors: ErrorDialect {
    private struct Body: Encodable {
        var error: String
        var message: String
    }

    func response(to error: ErrorAnswer) throws -> Response {
        if case .insufficientCredits = error.kind { return try Self.response("Not enough credit", status: .badRequest) }
        return try Self.response(error.message, status: error.status)
    }

    private static func response(_ text: String, status: HTTPResponse.Status) throws -> Response {
        try .json(Body(error: text, message: text), status: status)
    }
}
