import Hummingbird

/// The fields of a query; of several with one name, the first counts where one is wanted.
struct QueryFields: FieldSource {
    private let values: [String: [String]]

    init(_ request: Request) {
        values = Dictionary(grouping: request.uri.queryParameters) { String($0.key) }.mapValues { $0.map { String($0.value) } }
    }

    var isTyped: Bool { false }

    func value(_ name: String) -> FieldValue {
        values[name]?.first.map { .string($0) } ?? .missing
    }

    func texts(_ name: String) -> [String] {
        values[name] ?? []
    }
}
