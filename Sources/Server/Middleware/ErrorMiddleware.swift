import HTTPTypes
import Hummingbird
import Logging

/// Answers errors in a family's own shape, so that nothing leaves the server without one.
struct ErrorMiddleware: RouterMiddleware {
    let dialects: ErrorDialects

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let answer = ErrorAnswer(error)
            if answer.isFault {
                context.logger.error("A request failed.", metadata: ["error": "\(error)", "path": "\(ServerContext.loggedPath(of: request))"])
            }
            if error is CancellationError {
                context.logger.debug("A client has gone.", metadata: ["path": "\(ServerContext.loggedPath(of: request))"])
            }
            var response = try dialects.dialect(of: request.uri.path).response(to: answer)
            for field in answer.headers { response.headers[field.name] = field.value }
            return request.method == .head ? response.createHeadResponse() : response
        }
    }
}
