import Hummingbird
import Platform

/// Lets each key and each user have so many requests under way at once.
struct ConcurrencyMiddleware: RouterMiddleware {
    let limits: Limits

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let places = try limits.enter(context.caller)
        defer { withExtendedLifetime(places) {} }
        var response = try await next(request, context)
        response.body = response.body.holding(places)
        return response
    }
}
