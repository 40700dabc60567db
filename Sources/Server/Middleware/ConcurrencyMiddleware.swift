import Hummingbird
import Platform

/// Lets each key and each user have so many requests under way at once.
struct ConcurrencyMiddleware: RouterMiddleware {
    let limits: Limits

    /// The length of a body, in bytes, that is handed to the connection in one piece, as soon as the answer is.
    private static let shortBody = 64 << 10

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let places = try limits.enter(context.caller)
        defer { withExtendedLifetime(places) {} }
        var response = try await next(request, context)
        if response.body.contentLength ?? .max > Self.shortBody { response.body = response.body.holding(places) }
        return response
    }
}
