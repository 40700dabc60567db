import Hummingbird

/// `/healthz`, `/readyz` and `/metrics`: for whoever watches the server.
struct HealthRoutes {
    let isReady: @Sendable () async -> Bool
    let metrics: PrometheusRegistry

    func add(to router: Router<ServerContext>) {
        router.get("/healthz") { _, _ in Response.text("ok\n") }
        router.get("/readyz") { _, _ in
            await isReady() ? Response.text("ready\n") : Response.text("not ready\n", status: .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in Response.text(metrics.text, contentType: "text/plain; version=0.0.4; charset=utf-8") }
    }
}
