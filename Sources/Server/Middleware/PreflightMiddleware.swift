import HTTPTypes
import Hummingbird

/// Answers what browsers ask before they let a page call (the Fetch standard's CORS preflight); it carries no key.
struct PreflightMiddleware: RouterMiddleware {
    private static let methods = "GET, HEAD, POST, DELETE, OPTIONS"

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil else { return try await next(request, context) }
        var headers: HTTPFields = [.accessControlAllowMethods: Self.methods, .accessControlMaxAge: "86400"]
        headers[.accessControlAllowHeaders] = request.headers[.accessControlRequestHeaders] ?? "Authorization, Content-Type"
        return Response(status: .noContent, headers: headers)
    }
}
