import Foundation

/// A client of a server's API: curl, with one key.
public struct APIClient: Sendable {
    /// The base of the server's URLs.
    public var url: String
    /// The key that goes with every request as a bearer token; nil for none.
    public var key: String?
    /// The name of the key's user, where a test made them.
    public var userName: String

    /// How long an answer may take, in seconds.
    private static let patience = 150

    /// A client that carries `key`.
    public init(url: String, key: String?, userName: String = "") {
        self.url = url
        self.key = key
        self.userName = userName
    }

    /// A client without a key.
    public var anonymous: APIClient {
        APIClient(url: url, key: nil)
    }

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - path: The path with its query, or a whole URL.
    ///   - headers: What goes with it beside the key.
    /// - Throws: ``HTTPFailure`` where no answer comes.
    public func send(_ method: String, _ path: String, headers: [String: String] = [:], body: Data? = nil) async throws -> HTTPAnswer {
        var arguments = ["-sS", "-i", "--http1.1", "--path-as-is", "--globoff", "--max-time", "\(Self.patience)", "-H", "Expect:"]
        arguments += method == "HEAD" ? ["--head"] : ["-X", method]
        var headers = headers
        if let key { headers["Authorization"] = "Bearer \(key)" }
        for (name, value) in headers { arguments += ["-H", value.isEmpty ? "\(name);" : "\(name): \(value)"] }
        if body != nil { arguments += ["--data-binary", "@-"] }
        let result = try await Command.run("curl", arguments + [path.hasPrefix("/") ? url + path : path], input: body ?? Data())
        guard let answer = HTTPAnswer(result.output) else { throw HTTPFailure(description: "\(method) \(path): \(result.errors)") }
        return answer
    }

    /// Sends a `GET` request.
    public func get(_ path: String, headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await send("GET", path, headers: headers)
    }

    /// Sends a `POST` request with a JSON body.
    public func post(_ path: String, _ json: JSON, headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await send(
            "POST", path, headers: headers.merging(["Content-Type": "application/json"]) { $1 }, body: try JSONEncoder().encode(json))
    }
}
