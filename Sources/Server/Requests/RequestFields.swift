import Foundation
import Hummingbird
import NIOCore

/// The fields of a request, however it carries them, read with errors that name the field and what it takes.
///
/// An optional field that is `null` or empty is as if it were not there; fields that nobody asks for are ignored.
struct RequestFields: Sendable {
    private let values: [String: JSONValue]

    /// The longest JSON body, in bytes.
    static let bodyLimit = 1 << 20

    /// The fields of the query.
    init(query request: Request) {
        var values: [String: JSONValue] = [:]
        for (name, value) in request.uri.queryParameters {
            values[String(name)] = .string(String(value))
        }
        self.values = values
    }

    /// The fields of a JSON body.
    ///
    /// - Throws: ``RequestError`` for one that is too long, not UTF-8, or not a JSON object.
    init(json request: Request) async throws {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.bodyLimit)
        } catch is NIOTooManyBytesError {
            throw RequestError.bodyTooLarge(limit: Self.bodyLimit)
        }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
            throw RequestError.malformedBody("The body is not UTF-8.")
        }
        guard case .object(let values)? = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            throw RequestError.malformedBody("The body is not a JSON object.")
        }
        self.values = values
    }

    /// A text that must be there, with something in it.
    func requiredString(_ name: String) throws(RequestError) -> String {
        switch values[name] {
        case .string(""): throw .invalid(field: name, "is empty: it is required")
        case .string(let text): return text
        case nil, .null: throw .invalid(field: name, "is required: a string")
        default: throw .invalid(field: name, "is a string")
        }
    }

    /// A text; nil where it is not given.
    func string(_ name: String) throws(RequestError) -> String? {
        switch values[name] {
        case nil, .null, .string(""): return nil
        case .string(let text): return text
        default: throw .invalid(field: name, "is a string")
        }
    }

    /// One of a few words; nil where it is not given.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type = Choice.self) throws(RequestError) -> Choice?
    where Choice.RawValue == String {
        let expectation = "is one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
        switch values[name] {
        case nil, .null, .string(""): return nil
        case .string(let text):
            guard let choice = Choice(rawValue: text) else { throw .invalid(field: name, expectation) }
            return choice
        default: throw .invalid(field: name, expectation)
        }
    }

    /// A whole number of a query; nil where it is not given.
    func queryInteger(_ name: String, in range: ClosedRange<Int>) throws(RequestError) -> Int? {
        guard let text = try string(name) else { return nil }
        let expectation =
            range.upperBound == .max
            ? "is a whole number of at least \(range.lowerBound)" : "is a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let number = Int(text), range.contains(number) else { throw .invalid(field: name, expectation) }
        return number
    }
}
