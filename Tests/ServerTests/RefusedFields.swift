import Foundation
import TestSupport
import Testing

/// A body that a family of `{"error","message"}` refuses, and how.
struct RefusedFields: Sendable, CustomTestStringConvertible {
    /// What of a good body is otherwise; nil takes the field out.
    let changes: [String: JSON?]
    /// The message that answers it, or a part of it.
    let message: String
    /// The status that answers it.
    let status: Int

    init(_ changes: [String: JSON?], _ message: String, status: Int = 400) {
        self.changes = changes
        self.message = message
        self.status = status
    }

    var testDescription: String {
        "\(changes)".prefix(80) + " → " + message
    }

    /// The body that `good` becomes.
    func body(from good: [String: JSON]) throws -> Data {
        var fields = good
        for (name, value) in changes { fields[name] = value }
        return try JSONEncoder().encode(JSON.object(fields))
    }

    /// What is refused of a number.
    ///
    /// - Parameters:
    ///   - values: Numbers that it may not be.
    ///   - message: What is said of all of them.
    static func number(_ name: String, _ values: [Double], _ message: String) -> [RefusedFields] {
        let others: [JSON] = ["1", true, [1], ["a": 1]]
        return (values.map { JSON.number($0) } + others).map { RefusedFields([name: $0], "\(name) is \(message)") }
    }

    /// What is refused of a text: everything that is none.
    static func text(_ name: String) -> [RefusedFields] {
        let others: [JSON] = [5, false, ["a"], ["a": "b"]]
        return others.map { RefusedFields([name: $0], "\(name) is a string") }
    }

    /// What is refused of a text that must be there.
    static func required(_ name: String) -> [RefusedFields] {
        text(name) + [RefusedFields([name: .some(nil)], "\(name) is required"), RefusedFields([name: JSON.null], "\(name) is required")]
    }

    /// What is refused of a text that is to be spoken.
    static func speech(_ name: String) -> [RefusedFields] {
        required(name) + [
            RefusedFields([name: ""], "\(name) is empty: give it at least one word"),
            RefusedFields([name: " \n\t\u{3000}"], "\(name) is empty: give it at least one word"),
            RefusedFields([name: "... !?"], "\(name) holds nothing that can be spoken"),
            RefusedFields([name: "😀 👍!", "voice_id": "ja"], "\(name) holds emoji alone"),
            RefusedFields([name: "<#1#> <break time=\"1s\" />"], "\(name) holds nothing that can be spoken"),
            RefusedFields([name: "a\u{0}b"], "\(name) holds the control character U+0000"),
            RefusedFields([name: "Hello <#x#> there"], "\(name) "),
            RefusedFields([name: "Hello <#100#> there"], "\(name) "),
            RefusedFields([name: .string(String(repeating: "a", count: 100_001))], "\(name) has at most 100000 characters"),
            RefusedFields([name: .string(String(repeating: "😀", count: 100_001))], "\(name) has at most 100000 characters"),
        ]
    }

    /// What is refused of a URL that is told of a task's end.
    static func callback(_ name: String) -> [RefusedFields] {
        text(name) + [
            RefusedFields([name: "ftp://example.com/"], "\(name) begins with http:// or https://"),
            RefusedFields([name: "not a URL"], "\(name) "),
            RefusedFields([name: "http://127.0.0.1/"], "\(name) leads to an address that is not on the public internet"),
            RefusedFields([name: "http://[::1]:80/"], "\(name) leads to an address that is not on the public internet"),
        ]
    }

    /// What is refused of a boolean.
    static func boolean(_ name: String) -> [RefusedFields] {
        let others: [JSON] = ["true", 1, [true]]
        return others.map { RefusedFields([name: $0], "\(name) is true or false") }
    }

    /// Expects that a server refuses the body with this, and that it costs nothing.
    func expect(at path: String, by client: APIClient, good: [String: JSON]) async throws {
        let answer = try await client.send("POST", path, headers: ["Content-Type": "application/json"], body: try body(from: good))
        #expect(answer.status == status, "\(answer.text)")
        let json = try answer.json
        #expect(json.names == ["error", "message"] && json["error"] == json["message"])
        #expect(json["error"].string?.contains(message) == true, "\(json)")
        #expect(try await client.credits() == 300_000)
    }
}
