import Hummingbird

/// Measures each request: see ``RequestMetrics``. Hummingbird's own turns every answer into one that is written in three pieces.
struct RequestMetricsMiddleware: RouterMiddleware {
    private let metrics = RequestMetrics()

    func handle(_ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response) async throws -> Response {
        let measured = MeasuredRequest(request.method, in: metrics)
        var response = try await next(request, context)
        measured.isAnswered(by: context.endpointPath, with: response.status)
        response.body = response.body.holding(measured)
        return response
    }
}
