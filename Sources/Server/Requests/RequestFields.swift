import Foundation
import Hummingbird
import NIOCore

/// The fields of a request, however it carries them, read with errors that name the field and what it takes.
///
/// An optional field that is `null` or empty is as if it were not there. Fields that nobody asks for are not even looked at.
struct RequestFields {
    private let source: any FieldSource

    /// The longest JSON body, in bytes.
    static let bodyLimit = 1 << 20

    /// The fields of the query.
    init(query request: Request) {
        source = QueryFields(request)
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
        guard let fields = try? JSONDecoder().decode(JSONFields.self, from: Data(text.utf8)) else {
            throw RequestError.malformedBody("The body is not a JSON object.")
        }
        source = fields
    }

    /// A text that must be there.
    ///
    /// - Parameter mayBeEmpty: Whether the caller says itself what is wrong with an empty one.
    func requiredString(_ name: String, mayBeEmpty: Bool = false) throws(RequestError) -> String {
        switch source.value(name) {
        case .string(""): if mayBeEmpty { "" } else { throw .invalid(field: name, "is empty: it is required") }
        case .string(let text): text
        case .missing: throw .invalid(field: name, "is required: a string")
        case .malformed: throw Self.malformed(name)
        case .other: throw .invalid(field: name, "is a string")
        }
    }

    /// A text; nil where it is not given.
    func string(_ name: String) throws(RequestError) -> String? {
        switch source.value(name) {
        case .missing, .string(""): nil
        case .string(let text): text
        case .malformed: throw Self.malformed(name)
        case .other: throw .invalid(field: name, "is a string")
        }
    }

    /// One of a few words; nil where it is not given.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type = Choice.self) throws(RequestError) -> Choice?
    where Choice.RawValue == String {
        let expectation = "is one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
        switch source.value(name) {
        case .missing, .string(""): return nil
        case .string(let text):
            guard let choice = Choice(rawValue: text) else { throw .invalid(field: name, expectation) }
            return choice
        case .malformed: throw Self.malformed(name)
        case .other: throw .invalid(field: name, expectation)
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

    private static func malformed(_ name: String) -> RequestError {
        .invalid(field: name, "is a string of well-formed JSON")
    }
}
