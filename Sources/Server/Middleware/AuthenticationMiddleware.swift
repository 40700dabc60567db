import Hummingbird
import Platform

/// Finds out who a request comes from; without a valid key it goes no further.
struct AuthenticationMiddleware: RouterMiddleware {
    let keys: APIKeys

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        guard let key = request.key else { throw PlatformError.unauthorized }
        var context = context
        context.principal = try await keys.principal(for: key)
        return try await next(request, context)
    }
}
