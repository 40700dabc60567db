import Foundation
import TestSupport
import Testing

@testable import Server

/// Answers as they are written.
@Suite struct JSONTextTests {
    private struct Inner: Codable, Hashable {
        var name: String?
        var numbers: [Int]
    }

    private struct Outer: Codable, Hashable {
        var text: String
        var flag: Bool
        var small: Int8
        var large: UInt64
        var real: Double
        var single: Float
        var missing: Int?
        var inner: Inner
        var list: [Inner]
        var table: [String: Inner]
        var nested: [[Double?]]
    }

    private struct Answer: Encodable {
        var zebra = 1
        @OrNull var apple: String?
        var empty: [Int] = []
        var none: [String: Int] = [:]
    }

    /// Writes its parts by hand, into containers that are no values of their own.
    private struct ByHand: Encodable {
        enum CodingKeys: CodingKey { case object, array, end }
        enum InnerKeys: CodingKey { case one }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            var object = container.nestedContainer(keyedBy: InnerKeys.self, forKey: .object)
            try object.encodeNil(forKey: .one)
            var array = container.nestedUnkeyedContainer(forKey: .array)
            try array.encode("a")
            var deeper = array.nestedUnkeyedContainer()
            try deeper.encode(1)
            try array.encode(2)
            try container.encode(true, forKey: .end)
        }
    }

    private struct Nothing: Encodable {
        func encode(to encoder: any Encoder) throws {}
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.of(value), as: UTF8.self)
    }

    @Test func `fields stand as they are declared, and what is missing is null where that is asked for`() throws {
        #expect(try text(Answer()) == #"{"zebra":1,"apple":null,"empty":[],"none":{}}"#)
    }

    @Test func `objects and arrays that are written by hand end before what comes after them`() throws {
        #expect(try text(ByHand()) == #"{"object":{"one":null},"array":["a",[1],2],"end":true}"#)
    }

    @Test(arguments: [
        (#"a"b\c/d"#, #""a\"b\\c/d""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1f}\u{7f}", "\"\\u0000\\u001f\u{7f}\""), ("日本 é 👋🏽", "\"日本 é 👋🏽\""),
        ("", "\"\""),
    ])
    func `a text is escaped where it has to be, and nowhere else`(value: String, json: String) throws {
        #expect(try text(value) == json)
    }

    @Test(arguments: [(0.7576875, "0.7576875"), (1, "1"), (-0.5, "-0.5"), (1e21, "1e+21"), (1e-7, "1e-07")])
    func `a number that is whole has no fraction`(value: Double, json: String) throws {
        #expect(try text(value) == json)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is no number in JSON is refused`(value: Double) {
        #expect(throws: EncodingError.self) { try text([value]) }
    }

    @Test func `a value that encodes nothing is refused`() {
        #expect(throws: EncodingError.self) { try text(["a": Nothing()]) }
    }

    @Test func `whatever is written is read as it was`() throws {
        var generator = SeededGenerator(seed: Soak.seed(short: 1))
        for _ in 0..<200 {
            let value = Self.random(&generator)
            #expect(try JSONDecoder().decode(Outer.self, from: Data(JSONText.of(value))) == value)
        }
    }

    /// A value that adds to the fields of another.
    private struct Longer: Encodable {
        private enum CodingKeys: String, CodingKey { case more, last }

        var inner: Inner

        func encode(to encoder: any Encoder) throws {
            try inner.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode([1, 2], forKey: .more)
            try container.encode("z", forKey: .last)
        }
    }

    @Test func `a value may write its fields in several goes`() throws {
        let value = Longer(inner: Inner(name: "a", numbers: [7]))
        let text = #"{"name":"a","numbers":[7],"more":[1,2],"last":"z"}"#
        #expect(try String(decoding: JSONText.of([value, value]), as: UTF8.self) == "[\(text),\(text)]")
        #expect(try String(decoding: JSONText.of(["k": value]), as: UTF8.self) == "{\"k\":\(text)}")
    }

    private static func random(_ generator: inout SeededGenerator) -> Outer {
        func string() -> String {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let limit: UInt32 = [0x7f, 0x7ff, 0xd7ff, 0x10ffff].randomElement(using: &generator) ?? 0x7f
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) { scalars.append(scalar) }
            }
            return String(scalars)
        }
        func inner() -> Inner {
            Inner(
                name: Bool.random(using: &generator) ? string() : nil,
                numbers: (0..<Int.random(in: 0...3, using: &generator)).map { _ in .random(in: .min ... .max, using: &generator) })
        }
        func real() -> Double {
            Double.random(in: -1...1, using: &generator) * pow(10, Double(Int.random(in: -300...300, using: &generator)))
        }
        return Outer(
            text: string(), flag: .random(using: &generator), small: .random(in: .min ... .max, using: &generator),
            large: .random(in: .min ... .max, using: &generator), real: real(), single: .random(in: -1e6...1e6, using: &generator),
            missing: Bool.random(using: &generator) ? 1 : nil, inner: inner(), list: [inner(), inner()],
            table: [string(): inner(), "b": inner()], nested: [[real(), nil], []])
    }
}
