import HTTPTypes
import Hummingbird
import Platform

/// Lets each key, and each address without one, make so many requests a minute, and tells every caller where it stands.
struct RateLimitMiddleware: RouterMiddleware {
    /// Counts the requests of each key.
    let keys: RateLimiter
    /// Counts the requests without a valid key of each address.
    let addresses: RateLimiter
    let proxies: TrustedProxies

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let limit = context.principal.map { keys.take($0.keyID) } ?? addresses.take(proxies.client(of: request, context: context))
        if limit.isExceeded { throw RequestError.rateLimited(limit) }
        var response = try await next(request, context)
        for field in HTTPFields(limit) { response.headers[field.name] = field.value }
        return response
    }
}
