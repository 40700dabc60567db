import HTTPTypes
import Hummingbird

/// Lets web pages read the answers (the Fetch standard's CORS protocol): keys authorise, not cookies, so any origin may unless some are configured.
struct CrossOriginMiddleware: RouterMiddleware {
    /// The origins that may call; empty for any.
    let origins: Set<String>

    private static let exposed = "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, X-Request-Id, Content-Range, ETag"

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        if origins.isEmpty {
            response.headers[.accessControlAllowOrigin] = "*"
        } else {
            response.headers[.vary] = "Origin"
            if let origin = request.headers[.origin], origins.contains(origin) { response.headers[.accessControlAllowOrigin] = origin }
        }
        response.headers[.accessControlExposeHeaders] = Self.exposed
        return response
    }
}
