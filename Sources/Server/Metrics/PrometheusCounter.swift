import Metrics

/// Something that is counted up.
final class PrometheusCounter: CounterHandler {
    private let registry: PrometheusRegistry
    private let series: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        self.series = series
        registry.add(0, to: series)
    }

    func increment(by amount: Int64) {
        registry.add(Double(amount), to: series)
    }

    func reset() {
        registry.set(0, of: series)
    }
}
