import Metrics
import Synchronization

/// What the server counts, as Prometheus reads it (text exposition format 0.0.4).
public final class PrometheusRegistry: MetricsFactory {
    /// One line's name and labels.
    struct Series: Hashable, Sendable {
        var name: String
        var labels: [Label]
    }

    struct Label: Hashable, Sendable {
        var name: String
        var value: String
    }

    private struct State {
        var values: [Series: Double] = [:]
        var types: [String: String] = [:]
    }

    /// More series than this are not kept: a client must not be able to fill the memory with names.
    private static let seriesLimit = 10_000

    private let state = Mutex(State())

    /// An empty registry.
    public init() {}

    /// Everything that is counted, a line a series, in order.
    public var text: String {
        let (values, types) = state.withLock { ($0.values, $0.types) }
        var lines: [String] = []
        var last = ""
        for (series, value) in values.sorted(by: { ($0.key.name, $0.key.text) < ($1.key.name, $1.key.text) }) {
            let family = types[series.name] == nil ? series.family : series.name
            if family != last, let type = types[family] { lines.append("# TYPE \(family) \(type)") }
            last = family
            lines.append("\(series.text) \(value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)")")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    func add(_ amount: Double, to series: Series) {
        update(series) { $0 += amount }
    }

    func set(_ value: Double, of series: Series) {
        update(series) { $0 = value }
    }

    private func update(_ series: Series, _ change: (inout Double) -> Void) {
        state.withLock { state in
            guard state.values[series] != nil || state.values.count < Self.seriesLimit else { return }
            change(&state.values[series, default: 0])
        }
    }

    private func declare(_ label: String, as type: String) -> String {
        let name = Series.sanitized(label)
        state.withLock { $0.types[name] = type }
        return name
    }

    private func series(_ label: String, _ dimensions: [(String, String)], as type: String) -> Series {
        Series(name: declare(label, as: type), labels: dimensions.map { Label(name: Series.sanitized($0), value: $1) })
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        PrometheusCounter(registry: self, series: series(label, dimensions, as: "counter"))
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        PrometheusMeter(registry: self, series: series(label, dimensions, as: "gauge"))
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        PrometheusSummary(registry: self, series: series(label, dimensions, as: "summary"))
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        PrometheusSummary(registry: self, series: series(label, dimensions, as: "summary"))
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

extension PrometheusRegistry.Series {
    /// The series of a summary that this one belongs to: its name without `_sum` or `_count`.
    var family: String {
        for ending in ["_sum", "_count"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
        return name
    }

    /// The same labels under a name that goes on.
    func appending(_ ending: String) -> Self {
        Self(name: name + ending, labels: labels)
    }

    /// `name{label="value"}`.
    var text: String {
        guard !labels.isEmpty else { return name }
        return "\(name){\(labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ","))}"
    }

    /// A name with nothing but letters, digits and underscores.
    static func sanitized(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func escaped(_ value: String) -> String {
        String(value.flatMap { $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : "\($0)" })
    }
}
