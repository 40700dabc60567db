import Configuration
import WebClient

extension ConfigReader {
    /// A text; nil where it is not set, or empty.
    func fetchString(_ key: String) async throws -> String? {
        do {
            return try await fetchString(forKey: ConfigKey(key)).flatMap { $0.isEmpty ? nil : $0 }
        } catch {
            // Numbers and truth values are read as they are written: a file may give them without quotes.
            if let number = try? await fetchInt(forKey: ConfigKey(key)) { return "\(number)" }
            if let flag = try? await fetchBool(forKey: ConfigKey(key)) { return "\(flag)" }
            throw CommandFailure("\(key) is a single value, and no list.")
        }
    }

    /// Yes or no; nil where it is not set.
    func fetchFlag(_ key: String) async throws -> Bool? {
        try await fetchChoice(key, of: ["true", "false"]).map { $0 == "true" }
    }

    /// A whole number in a range; nil where it is not set.
    func fetchInteger(_ key: String, in range: ClosedRange<Int>) async throws -> Int? {
        guard let text = try await fetchString(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw CommandFailure("\(key) is a whole number from \(range.lowerBound) to \(range.upperBound); it is \(text).")
        }
        return number
    }

    /// A stretch of time: a number of days, or as ``Lifetime`` has it; nil where it is not set.
    func fetchLifetime(_ key: String) async throws -> Duration? {
        guard let text = try await fetchString(key) else { return nil }
        guard let lifetime = Lifetime(argument: text) ?? Lifetime(argument: "\(text)d") else {
            throw CommandFailure("\(key) is a number of days, or a number and h, d or w, as 30d; it is \(text).")
        }
        return lifetime.duration
    }

    /// One of a few words; nil where it is not set.
    func fetchChoice(_ key: String, of choices: [String]) async throws -> String? {
        guard let text = try await fetchString(key) else { return nil }
        guard choices.contains(text) else { throw CommandFailure("\(key) is one of \(choices.joined(separator: ", ")); it is \(text).") }
        return text
    }

    /// The base of URLs: `http` or `https`, a host, and perhaps a path; nil where it is not set.
    func fetchBase(_ key: String) async throws -> String? {
        guard let text = try await fetchString(key) else { return nil }
        do {
            _ = try WebURL(text)
        } catch {
            // Without the URL: a password may be in it.
            throw CommandFailure("\(key) \(error.message).")
        }
        guard !text.contains(where: "?#".contains) else { throw CommandFailure("\(key) ends before any ? and #; it is \(text).") }
        return text
    }

    /// A list of what `convert` makes of each of its texts: of YAML, or separated by commas.
    ///
    /// - Parameter expectation: What a text has to be that it makes anything of.
    func fetchList<Value>(_ key: String, _ expectation: String, _ convert: (String) -> Value?) async throws -> [Value] {
        let texts: [String]
        do {
            texts = try await fetchStringArray(forKey: ConfigKey(key)) ?? []
        } catch {
            texts = try await fetchString(key)?.split(separator: ",").map { String($0.filter { $0 != " " }) } ?? []
        }
        return try texts.filter { !$0.isEmpty }.map { text in
            guard let value = convert(text) else { throw CommandFailure("\(key) holds \(expectation); it has \(text).") }
            return value
        }
    }
}
