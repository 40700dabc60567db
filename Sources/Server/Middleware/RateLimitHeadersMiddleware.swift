import HTTPTypes
import Hummingbird
import Platform

/// Tells every caller where it stands, whatever it is answered.
struct RateLimitHeadersMiddleware: RouterMiddleware {
    let limits: Limits

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        var response = try await next(request, context)
        // Looked up only now: who waited for an audio may be in another window than before.
        for field in HTTPFields(limits.standing(of: context.caller)) { response.headers[field.name] = field.value }
        return response
    }
}
