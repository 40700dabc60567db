import Hummingbird
import Platform

/// Finds out who a request comes from, if it says so with a valid key. Whether it has to is the routes' business.
struct IdentityMiddleware: RouterMiddleware {
    let keys: APIKeys
    /// Counts the keys of each address that open nothing: guessing is slow.
    let failures: RateLimiter
    let proxies: TrustedProxies

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        guard let key = request.key else { return try await next(request, context) }
        var context = context
        do {
            context.principal = try await keys.principal(for: key)
        } catch PlatformError.unauthorized {
            let limit = failures.take(proxies.client(of: request, context: context))
            if limit.isExceeded { throw RequestError.rateLimited(limit) }
        }
        return try await next(request, context)
    }
}
