import Hummingbird
import Platform

/// Refuses requests whose key may not be used for them.
struct ScopeMiddleware: RouterMiddleware {
    /// The key needs one of these.
    let scopes: [KeyScope]

    func handle(_ request: Request, context: UserContext, next: (Request, UserContext) async throws -> Response) async throws -> Response {
        try context.principal.require(anyOf: scopes)
        return try await next(request, context)
    }
}

extension RouterGroup<UserContext> {
    /// The routes that take a key with one of `scopes`.
    func requiring(_ scopes: KeyScope...) -> RouterGroup<UserContext> {
        group().add(middleware: ScopeMiddleware(scopes: scopes))
    }
}
