import Metrics

/// Something that goes up and down.
final class PrometheusMeter: MeterHandler {
    private let registry: PrometheusRegistry
    private let series: PrometheusRegistry.Series

    init(registry: PrometheusRegistry, series: PrometheusRegistry.Series) {
        self.registry = registry
        self.series = series
    }

    func set(_ value: Int64) {
        registry.set(Double(value), of: series)
    }

    func set(_ value: Double) {
        registry.set(value, of: series)
    }

    func increment(by amount: Double) {
        registry.add(amount, to: series)
    }

    func decrement(by amount: Double) {
        registry.add(-amount, to: series)
    }
}
