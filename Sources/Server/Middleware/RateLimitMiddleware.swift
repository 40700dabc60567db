import Hummingbird
import Platform

/// Lets each caller make so many requests a minute.
struct RateLimitMiddleware: RouterMiddleware {
    let limits: Limits

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let limit = limits.take(context.caller)
        guard !limit.isExceeded else { throw RequestError.rateLimited(limit) }
        return try await next(request, context)
    }
}
