import Hummingbird
import Speech

/// How the Credits family says that something went wrong: `{"code","error"}`.
struct CreditsErrors: ErrorDialect {
    private struct Body: Encodable {
        var code: String
        var error: String
        var credits: Int?
        var needCredits: Int?
    }

    func response(to error: ErrorAnswer) throws -> Response {
        var body = Body(code: Self.code(of: error), error: error.message)
        var status = error.status
        switch error.kind {
        case .insufficientCredits(let available, let needed):
            body.credits = available
            body.needCredits = needed
        case .textTooLong(let limit, let unit): body.error = "Text exceeds maximum length of \(limit) \(unit)"
        case .fileTooLarge(let limit):
            body.error = "File size exceeds \(limit >> 20)MB limit"
            status = .badRequest
        case .unknownRecordingFormat(let formats):
            body.error = "Invalid file type. Supported formats: \(formats.map(\.title).joined(separator: ", "))"
        default: break
        }
        return try .json(body, status: status)
    }

    private static func code(of error: ErrorAnswer) -> String {
        switch error.kind {
        case .invalid, .textTooLong, .fileTooLarge, .unknownRecordingFormat, .methodNotAllowed: "INVALID_PARAMETERS"
        case .unauthorized: "UNAUTHORIZED"
        case .forbidden: "FORBIDDEN"
        case .notFound: "NOT_FOUND"
        case .insufficientCredits: "USAGE_LIMIT_EXCEEDED"
        case .rateLimited: "RATE_LIMITED"
        case .internalError: "INTERNAL_ERROR"
        }
    }
}
