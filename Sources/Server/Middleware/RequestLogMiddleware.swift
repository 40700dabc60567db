import HTTPTypes
import Hummingbird
import Logging

/// Gives each answer its request's id, and writes a line for it to the log.
struct RequestLogMiddleware: RouterMiddleware {
    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let started = ContinuousClock.now
        var response = try await next(request, context)
        response.headers[.xRequestID] = context.id
        context.logger.info(
            "\(request.method.rawValue) \(ServerContext.loggedPath(of: request))",
            metadata: [
                "status": "\(response.status.code)", "milliseconds": "\(Int((ContinuousClock.now - started) / .milliseconds(1)))",
                "remote": "\(context.address)",
            ])
        return response
    }
}
