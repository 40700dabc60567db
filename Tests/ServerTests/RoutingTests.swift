import TestSupport
import Testing

/// Paths, methods, and what browsers ask beforehand.
@Suite(.timeLimit(.minutes(3))) struct RoutingTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    @Test(arguments: ["/", "/api", "/api/v1", "/api/v1/nothing", "/api/v2/tts", "/api/v1/tts/a/b/c", "/API/V1/CREDITS", "/%ff", "/../../etc/passwd"])
    func `an unknown path is not found, with a key or without`(path: String) async throws {
        for client in [client, client.anonymous] {
            for method in ["GET", "POST"] {
                let answer = try await client.send(method, path)
                #expect(answer.status == 404)
                #expect(answer["Content-Type"]?.hasPrefix("application/json") == true)
                #expect(try answer.json["code"] == "NOT_FOUND")
                #expect(try answer.json["error"].string?.isEmpty == false)
            }
        }
    }

    @Test(arguments: [
        ("GET", "/api/v1/tts", "POST"), ("DELETE", "/api/v1/tts", "POST"), ("POST", "/api/v1/credits", "GET, HEAD"),
        ("PUT", "/api/user/credits", "GET, HEAD"),
        ("POST", "/api/v1/voices", "GET, HEAD"), ("PATCH", "/api/v1/tts/clxxxx", "GET, HEAD"), ("POST", "/api/v1/tts/clxxxx/audio", "GET, HEAD"),
        ("POST", "/healthz", "GET, HEAD"), ("OPTIONS", "/api/v1/tts", "POST"), ("TRACE", "/api/v1/tts", "POST"),
        ("PROPFIND", "/api/v1/tts", "POST"), ("PURGE", "/files/none.mp3", "GET, HEAD"),
    ])
    func `a wrong method is answered with the right ones`(method: String, path: String, allowed: String) async throws {
        let answer = try await client.send(method, path)
        #expect(answer.status == 405)
        #expect(answer["Allow"] == allowed)
        #expect(answer["Content-Type"]?.hasPrefix("application/json") == true)
        #expect(try answer.json.names == ["code", "error"])
    }

    @Test func `a slash at the end is the same path`() async throws {
        #expect(try await client.get("/api/v1/credits/").status == 200)
        #expect(try await client.get("/api/v1/voices/?limit=1").json["voices"].elements.count == 1)
        let answer = try await client.post("/api/v1/tts/", ["text": "One.", "voiceId": "rms"])
        #expect(answer.status == 200)
        let id = try #require(try answer.json["speechId"].string)
        #expect(try await client.get("/api/v1/tts/\(id)/").status == 200)
        #expect(try await client.get("/api/v1/tts/\(id)/audio/?wait=60").status == 200)
    }

    @Test(arguments: ["/api/v1/tts", "/api/v1/credits", "/api/v1/tts/clxxxx", "/files/a.mp3", "/api/v1/nothing"])
    func `a browser's question beforehand is answered without a key`(path: String) async throws {
        let answer = try await client.anonymous.send(
            "OPTIONS", path,
            headers: [
                "Origin": "https://example.com", "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "authorization,content-type,x-custom",
            ])
        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(answer["Access-Control-Allow-Methods"]?.contains("POST") == true)
        #expect(answer["Access-Control-Allow-Headers"]?.contains("authorization") == true)
    }

    @Test func `every answer may be read by web pages`() async throws {
        for path in ["/api/v1/credits", "/api/v1/nothing", "/files/a.mp3", "/healthz"] {
            for client in [client, client.anonymous] {
                let answer = try await client.get(path, headers: ["Origin": "https://example.com"])
                #expect(answer["Access-Control-Allow-Origin"] == "*")
                let exposed = try #require(answer["Access-Control-Expose-Headers"]).lowercased()
                for header in ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after", "x-request-id"] {
                    #expect(exposed.contains(header))
                }
                #expect(answer["X-Request-Id"] != nil)
            }
        }
    }

    @Test func `a server's health needs no key`() async throws {
        #expect(try await client.anonymous.get("/healthz").text == "ok\n")
        #expect(try await client.anonymous.get("/readyz").text == "ready\n")
        _ = try await client.spoken("One.")
        #expect(try await client.anonymous.get("/metrics").text.contains("mynah_tasks_completed_total"))
    }
}
