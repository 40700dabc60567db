import Foundation
import Hummingbird
import NIOCore
import Speech

/// The fields of a request, however it carries them, read with errors that name the field and what it takes.
///
/// An optional field that is `null` or empty is as if it were not there. Fields that nobody asks for are not even looked at.
struct RequestFields {
    private let source: any FieldSource

    /// The longest JSON body, in bytes.
    static let bodyLimit = 1 << 20
    /// The longest one where texts of 100,000 characters are taken: some clients write each of them in up to twelve bytes (`\\ud83d\\ude00`).
    static let longBodyLimit = 2 << 20

    /// The fields of `source`.
    init(_ source: any FieldSource) {
        self.source = source
    }

    /// The fields of the query.
    init(query request: Request) {
        self.init(QueryFields(request))
    }

    /// The fields of a JSON body.
    ///
    /// - Parameters:
    ///   - limit: How many bytes it may have.
    ///   - mayBeEmpty: Whether none at all is as good as one without fields.
    /// - Throws: ``RequestError`` for one that is too long, not UTF-8, or not a JSON object.
    init(json request: Request, limit: Int = bodyLimit, mayBeEmpty: Bool = false) async throws {
        var body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw RequestError.bodyTooLarge(limit: limit)
        }
        if mayBeEmpty, body.readableBytes == 0 { body = ByteBuffer(string: "{}") }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
            throw RequestError.malformedBody("The body is not UTF-8.")
        }
        guard let fields = try? JSONDecoder().decode(JSONFields.self, from: Data(text.utf8)) else {
            throw RequestError.malformedBody("The body is not a JSON object.")
        }
        self.init(fields)
    }

    /// A text that must be there.
    ///
    /// - Parameter mayBeEmpty: Whether the caller says itself what is wrong with an empty one.
    func requiredString(_ name: String, mayBeEmpty: Bool = false) throws(RequestError) -> String {
        switch source.value(name) {
        case .missing: throw .invalid(field: name, "is required: a string")
        case .string("") where !mayBeEmpty: throw .invalid(field: name, "is empty: it is required")
        case let value: try Self.read(value, at: name, "is a string") { if case .string(let text) = $0 { text } else { nil } }
        }
    }

    /// A text; nil where it is not given.
    func string(_ name: String) throws(RequestError) -> String? {
        try optional(name, "is a string") { if case .string(let text) = $0 { text } else { nil } }
    }

    /// A list of texts: a field that is repeated, with `[]` behind its name or without, or one with commas. Empty ones are left out.
    func strings(_ name: String) -> [String] {
        (source.texts(name) + source.texts(name + "[]")).flatMap { $0.split(separator: ",") }.map { text in
            String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    /// One of a few words, whatever the case of its letters and with spaces, hyphens or underscores; nil where it is not given.
    func looseChoice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type = Choice.self) throws(RequestError) -> Choice?
    where Choice.RawValue == String {
        try optional(name, Self.list(type)) { value in
            guard case .string(let text) = value else { return nil }
            return Choice.allCases.first { $0.rawValue.folded == text.folded }
        }
    }

    /// One of a few words; nil where it is not given.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type = Choice.self) throws(RequestError) -> Choice?
    where Choice.RawValue == String {
        try optional(name, Self.list(type)) { if case .string(let text) = $0 { Choice(rawValue: text) } else { nil } }
    }

    /// One of a few words, which must be there.
    func requiredChoice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type = Choice.self) throws(RequestError) -> Choice
    where Choice.RawValue == String {
        guard let choice = try choice(name, of: type) else { throw .invalid(field: name, "is required: it " + Self.list(type)) }
        return choice
    }

    private static func list<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String where Choice.RawValue == String {
        "is one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// A number above 0; nil where it is not given.
    func positiveNumber(_ name: String) throws(RequestError) -> Double? {
        try optional(name, "is a number above 0") { value in
            if case .number(let number) = value, number > 0, number.isFinite { number } else { nil }
        }
    }

    /// A number; nil where it is not given.
    func number(_ name: String, in range: ClosedRange<Double>) throws(RequestError) -> Double? {
        try optional(name, "is a number from \(Self.shown(range.lowerBound)) to \(Self.shown(range.upperBound))") { value in
            let number: Double? =
                switch value {
                case .number(let number): number
                case .string(let text) where !source.isTyped: Self.decimal(text)
                default: nil
                }
            return number.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A whole number; nil where it is not given.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(RequestError) -> Int? {
        let expectation =
            range.upperBound == .max
            ? "is a whole number of at least \(range.lowerBound)" : "is a whole number from \(range.lowerBound) to \(range.upperBound)"
        return try optional(name, expectation) { value in
            let number: Int? =
                switch value {
                // Where there is no upper end, a number beyond all integers is as good as the last of them.
                case .number(let number): Int(exactly: number) ?? (range.upperBound == .max && number > 1e18 && number.isFinite ? .max : nil)
                case .string(let text) where !source.isTyped: Int(text)
                default: nil
                }
            return number.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A boolean; nil where it is not given.
    func boolean(_ name: String) throws(RequestError) -> Bool? {
        try optional(name, "is true or false") { value in
            switch value {
            case .boolean(let boolean): boolean
            // Some programs write their own words for it: `True`.
            case .string(let text) where !source.isTyped: Bool(text.lowercased())
            default: nil
            }
        }
    }

    /// What a file is to be.
    static let fileExpectation = "is a file, in multipart/form-data"

    /// A file; nil where it is not given.
    func file(_ name: String) throws(RequestError) -> UploadedFile? {
        try optional(name, Self.fileExpectation) { if case .file(let file) = $0 { file } else { nil } }
    }

    /// What `convert` makes of a field; nil where it is not given.
    private func optional<Value>(_ name: String, _ expectation: String, _ convert: (FieldValue) -> Value?) throws(RequestError) -> Value? {
        switch source.value(name) {
        case .missing, .string(""): nil
        case let value: try Self.read(value, at: name, expectation, convert)
        }
    }

    private static func read<Value>(
        _ value: FieldValue, at name: String, _ expectation: String, _ convert: (FieldValue) -> Value?
    ) throws(RequestError) -> Value {
        if case .malformed = value {
            throw .invalid(field: name, "is a string of well-formed JSON: write a line break in it as \\n, and a tab as \\t")
        }
        guard let converted = convert(value) else { throw .invalid(field: name, expectation) }
        return converted
    }

    /// The number that a text writes in decimal digits: not one in hexadecimal, and no infinity, which Swift reads as well.
    private static func decimal(_ text: String) -> Double? {
        text.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) } ? Double(text) : nil
    }

    /// A number as people write it.
    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }
}
