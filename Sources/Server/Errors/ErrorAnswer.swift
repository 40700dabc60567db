import HTTPTypes
import Hummingbird
import Multipart
import Platform
import Speech

/// An error as HTTP has it: the one place where errors become status codes.
struct ErrorAnswer: Sendable {
    /// The kinds of errors, which families name in their own ways.
    enum Kind: Sendable {
        case invalid, unauthorized, forbidden, notFound, methodNotAllowed, rateLimited, internalError
        case insufficientCredits(available: Int, needed: Int)
        case textTooLong(limit: Int, unit: String)
        case fileTooLarge(limit: Int)
        case unknownRecordingFormat([RecordingFormat])
    }

    /// The status that goes with it, unless a family has its own.
    var status: HTTPResponse.Status
    /// What kind of error it is.
    var kind: Kind
    /// What to tell the person.
    var message: String
    /// Headers that go with it.
    var headers = HTTPFields()
    /// Whether it is the server's own fault, which its operator should know of.
    var isFault = false

    /// The answer to an error that a handler threw.
    init(_ error: any Error) {
        switch error {
        case let error as RequestError: self.init(request: error)
        case let error as PlatformError: self.init(platform: error)
        case let error as any HTTPResponseError where error.status == .notFound: self.init(request: .unknownPath)
        case let error as any HTTPResponseError where error.status.code < 500:
            self.init(status: error.status, kind: .invalid, message: error.status.reasonPhrase)
        case is CancellationError: self.init(request: .givenUp)
        default:
            if let error = PlatformError(storage: error) {
                self.init(platform: error)
            } else {
                self.init(status: .internalServerError, kind: .internalError, message: "Internal server error")
            }
            isFault = true
        }
    }

    private init(status: HTTPResponse.Status, kind: Kind, message: String, headers: HTTPFields = [:]) {
        self.status = status
        self.kind = kind
        self.message = message
        self.headers = headers
    }

    private init(request error: RequestError) {
        switch error {
        case .invalid(let field, let text): self.init(status: .badRequest, kind: .invalid, message: "\(field) \(text)")
        case .malformedBody(let sentence): self.init(status: .badRequest, kind: .invalid, message: sentence)
        case .bodyTooLarge(let limit):
            self.init(status: .contentTooLarge, kind: .invalid, message: "The body has at most \(limit) bytes")
        case .malformedForm(let error): self.init(form: error)
        case .malformedRequest: self.init(status: .badRequest, kind: .invalid, message: "The request is not well-formed HTTP/1.1")
        case .cutShort: self.init(status: .badRequest, kind: .invalid, message: "The request ended before it was whole")
        case .headTooLarge(let limit):
            self.init(
                status: .requestHeaderFieldsTooLarge, kind: .invalid,
                message: "The request's address and header fields have at most \(limit) bytes in all")
        case .headTooSlow: self.init(status: .requestTimeout, kind: .invalid, message: "The request's header fields took too long to arrive")
        case .bodyTooSlow: self.init(status: .requestTimeout, kind: .invalid, message: "The request's body took too long to arrive")
        case .tooManyConnections:
            self.init(
                status: .serviceUnavailable, kind: .rateLimited, message: "The server has too many connections: try again in a moment",
                headers: [.retryAfter: "5"])
        case .tooManyConnectionsOfAddress(let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited,
                message: "An address may have \(limit) connections at once: close some, or use them again", headers: [.retryAfter: "5"])
        case .unknownPath: self.init(status: .notFound, kind: .notFound, message: "There is nothing at this path")
        case .wrongMethod(let allowed):
            self.init(
                status: .methodNotAllowed, kind: .methodNotAllowed, message: "This path takes \(allowed)", headers: [.allow: allowed])
        case .notReady(let sentence): self.init(status: .notFound, kind: .notFound, message: sentence, headers: [.retryAfter: "1"])
        case .taskFailed(let sentence):
            self.init(status: .internalServerError, kind: .internalError, message: "Speech generation failed: \(sentence)")
        case .notFinished:
            self.init(
                status: .serviceUnavailable, kind: .rateLimited, message: "The server has too much to do, or is about to stop: try again in a moment",
                headers: [.retryAfter: "10"])
        case .givenUp:
            self.init(
                status: .serviceUnavailable, kind: .rateLimited,
                message: "The request was given up, because its client closed the connection or its half of it: keep it open",
                headers: [.retryAfter: "1"])
        case .rateLimited(let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited, message: "Rate limit exceeded: try again in \(limit.secondsLeft) seconds",
                headers: [.retryAfter: "\(limit.secondsLeft)"])
        case .rangeNotSatisfiable(let size):
            self.init(
                status: .rangeNotSatisfiable, kind: .invalid, message: "The file has \(size) bytes",
                headers: [.contentRange: "bytes */\(size)"])
        }
    }

    private init(form error: MultipartError) {
        let status: HTTPResponse.Status =
            switch error {
            case .bodyTooLarge, .fieldTooLarge, .fileTooLarge, .headersTooLong, .tooManyParts: .contentTooLarge
            default: .badRequest
            }
        var kind = Kind.invalid
        if case .fileTooLarge(_, let limit) = error { kind = .fileTooLarge(limit: limit) }
        self.init(status: status, kind: kind, message: "\(error)")
    }

    private init(platform error: PlatformError) {
        switch error {
        case .invalid(let field, let text): self.init(status: .badRequest, kind: .invalid, message: "\(field) \(text)")
        case .textTooLong(let field, let limit, let unit):
            self.init(status: .badRequest, kind: .textTooLong(limit: limit, unit: unit), message: "\(field) has at most \(limit) \(unit)")
        case .unauthorized: self.init(status: .unauthorized, kind: .unauthorized, message: "Authentication required")
        case .missingScope(let scopes):
            self.init(
                status: .forbidden, kind: .forbidden,
                message: "This key may not do that: it needs the scope \(scopes.map(\.rawValue).joined(separator: " or "))")
        case .notFound(let sentence): self.init(status: .notFound, kind: .notFound, message: sentence)
        case .notCompleted(let hasFailed):
            self.init(
                status: .badRequest, kind: .invalid,
                message: hasFailed
                    ? "The task has failed: there is nothing to make a subtitle of" : "The task is not completed yet: ask again once it is")
        case .unknownVoice: self.init(status: .notFound, kind: .notFound, message: "Voice not found or not available")
        case .recordingRefused(let field, let sentence): self.init(status: .badRequest, kind: .invalid, message: "\(field): \(sentence)")
        case .unknownRecordingFormat(let field, let rules):
            self.init(
                status: .badRequest, kind: .unknownRecordingFormat(rules.formats),
                message: "\(field) is a recording of another kind: send \(rules.formatsText)")
        case .tooManyClones(let limit):
            self.init(status: .badRequest, kind: .invalid, message: "You have \(limit) voice clones, the most there may be: delete one first")
        case .consentRequired:
            self.init(
                status: .forbidden, kind: .forbidden,
                message: "State that you may clone this voice: send the field consent=true, or have your statement recorded by the operator")
        case .idempotencyConflict:
            self.init(
                status: .conflict, kind: .invalid,
                message: "This Idempotency-Key was used before, with other content: give a new request a new key")
        case .tooManyTasks(let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited, message: "\(limit) of your tasks are not finished: wait until some are",
                headers: [.retryAfter: "10"])
        case .tooManyJobs(let account, let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited, message: Account.fullSentence(account, limit: limit),
                headers: [.retryAfter: "5"])
        case .tooManyAtOnce(let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited, message: "Too many requests at once: at most \(limit) may be under way",
                headers: [.retryAfter: "1"])
        case .tooManyStreams(let limit):
            self.init(
                status: .tooManyRequests, kind: .rateLimited, message: "Too many event streams: at most \(limit) may be open",
                headers: [.retryAfter: "5"])
        case .storageFull:
            self.init(
                status: .init(code: 507, reasonPhrase: "Insufficient Storage"), kind: .internalError,
                message: "The server's disk is full: try again later")
        case .insufficientCredits(let available, let needed):
            self.init(
                status: .tooManyRequests, kind: .insufficientCredits(available: available, needed: needed), message: "Insufficient credits")
        }
    }
}
