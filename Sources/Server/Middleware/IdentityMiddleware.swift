import Hummingbird
import Platform

/// Finds out who a request comes from, if it says so with a valid key. Whether it has to is the routes' business.
struct IdentityMiddleware: RouterMiddleware {
    let keys: APIKeys
    let proxies: TrustedProxies

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        var context = context
        let address = proxies.client(of: request, context: context)
        context.caller = .address(address)
        if let key = request.key {
            do {
                let principal = try await keys.principal(for: key)
                context.identity = .success(principal)
                context.caller = .key(principal)
            } catch PlatformError.unauthorized {
                context.caller = .failedKey(address: address)
            } catch {
                context.identity = .failure(error)
            }
        }
        return try await next(request, context)
    }
}
