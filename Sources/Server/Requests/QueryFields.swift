import Hummingbird

/// The fields of a query; of several with one name, the first counts.
struct QueryFields: FieldSource {
    private let values: [String: String]

    init(_ request: Request) {
        values = Dictionary(request.uri.queryParameters.map { (String($0.key), String($0.value)) }) { first, _ in first }
    }

    var isTyped: Bool { false }

    func value(_ name: String) -> FieldValue {
        values[name].map { .string($0) } ?? .missing
    }
}
