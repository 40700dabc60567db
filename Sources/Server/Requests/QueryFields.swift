import Foundation
import Hummingbird

/// The fields of a query, as forms and browsers write it (application/x-www-form-urlencoded, WHATWG URL §5.1: `+` is a space); of several with one name, the first counts where one is wanted.
struct QueryFields: FieldSource {
    private let values: [String: [String]]

    init(_ request: Request) {
        var values: [String: [String]] = [:]
        for pair in (request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.decoded)
            values[parts[0], default: []].append(parts.count > 1 ? parts[1] : "")
        }
        self.values = values
    }

    /// A name or value as it was before it was written into the query; one that is not well-formed stays as it is.
    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }

    var isTyped: Bool { false }

    func value(_ name: String) -> FieldValue {
        values[name]?.first.map { .string($0) } ?? .missing
    }

    func texts(_ name: String) -> [String] {
        values[name] ?? []
    }
}
