import Metrics

/// How often something was measured, and the sum of it; times are in seconds.
final class PrometheusSummary: RecorderHandler, TimerHandler {
    private let registry: PrometheusRegistry
    private let sum: PrometheusRegistry.Series
    private let count: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        sum = series.appending("_sum")
        count = series.appending("_count")
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        registry.add(value, to: sum)
        registry.add(1, to: count)
    }

    func recordNanoseconds(_ duration: Int64) {
        record(Double(duration) / 1e9)
    }
}
