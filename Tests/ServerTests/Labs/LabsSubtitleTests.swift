import Foundation
import TestSupport
import Testing

/// `POST /labs/task/subtitle/{id}`.
@Suite(.timeLimit(.minutes(3))) struct LabsSubtitleTests {
    private let client: APIClient
    private static let text = "We were away a year ago, and nobody knew where we were going. My mother is in the other room <#1.0#> with my brother."

    init() async throws {
        client = try await SharedServer.running.newUser(monthlyCredits: 300_000)
    }

    private func export(
        _ id: String, _ limits: JSON? = nil, query: String = "", headers: [String: String] = [:]
    ) async throws -> HTTPAnswer {
        let path = "/api/v1/labs/task/subtitle/\(id)\(query)"
        guard let limits else { return try await client.send("POST", path, headers: headers) }
        return try await client.post(path, limits, headers: headers)
    }

    /// The subtitle that the task has now.
    private func subtitle(of id: String) async throws -> (url: String, text: String) {
        let url = try #require(try await client.get("/v1/labs/task/\(id)").json["subtitle"].string)
        let answer = try await client.anonymous.get(url)
        #expect(answer.status == 200)
        return (url, answer.text)
    }

    /// The lines of each cue of an SRT file.
    private func cues(_ text: String) -> [[String]] {
        text.components(separatedBy: "\n\n").map { $0.split(separator: "\n").dropFirst(2).map(String.init) }
    }

    @Test func `the subtitle is cut anew, is there at once, and the one before is gone`() async throws {
        let task = try await client.labsTask(Self.text)
        let id = try #require(task["id"].string)
        let first = try await subtitle(of: id)
        #expect(first.url == task["subtitle"].string && first.url.hasSuffix(".srt"))
        #expect(cues(first.text).allSatisfy { $0.count <= 2 && $0.allSatisfy { $0.count <= 42 } })
        let answer = try await export(id, ["max_characters_per_line": 12.0, "max_lines_per_cue": 1, "max_seconds_per_cue": 1])
        #expect(answer.status == 200 && answer.body.isEmpty)
        let second = try await subtitle(of: id)
        #expect(second.url != first.url)
        #expect(cues(second.text).count > cues(first.text).count && cues(second.text).allSatisfy { $0.count == 1 && $0[0].count <= 12 })
        #expect(cues(second.text).joined().joined(separator: " ") == Self.text.replacingOccurrences(of: " <#1.0#>", with: ""))
        #expect(try await client.get(first.url).status == 404)
        // The usual limits bring back what was.
        #expect(try await export(id).status == 200)
        #expect(try await subtitle(of: id).text == first.text)
        let third = try await subtitle(of: id)
        #expect(try await export(id, [:]).body.isEmpty)
        #expect(try await subtitle(of: id).url == third.url)
        // The words and the audio are what they were.
        #expect(try await client.get(try #require(task["result"].string)).status == 200)
    }

    @Test func `it is answered itself where its format is asked for`() async throws {
        let id = try #require(try await client.labsTask(Self.text)["id"].string)
        let stored = try await subtitle(of: id).text
        for (query, accept) in [("?format=srt", nil), ("", "application/x-subrip"), ("", "application/x-subrip;q=0.9, text/vtt;q=0.5")] {
            let answer = try await export(id, query: query, headers: accept.map { ["Accept": $0] } ?? [:])
            #expect(answer.status == 200 && answer.text == stored && answer["Content-Type"] == "application/x-subrip; charset=utf-8")
        }
        let vtt = try await export(id, ["max_lines_per_cue": 1], headers: ["Accept": "text/vtt"])
        #expect(vtt.text.hasPrefix("WEBVTT\n") && vtt["Content-Type"] == "text/vtt; charset=utf-8")
        #expect(try await subtitle(of: id).text != stored)
        let json = try await export(id, query: "?format=json", headers: ["Accept": "text/vtt"])
        #expect(try json.json["cues"].elements.first?["words"].elements.first?["text"] == "We")
        for accept in ["application/json", "*/*", "text/html"] {
            #expect(try await export(id, headers: ["Accept": accept]).body.isEmpty)
        }
    }

    @Test(arguments: [
        (#"{"max_characters_per_line":0}"#, "max_characters_per_line is a whole number of at least 1"),
        (#"{"max_characters_per_line":-1}"#, "max_characters_per_line is a whole number of at least 1"),
        (#"{"max_characters_per_line":40.5}"#, "max_characters_per_line is a whole number of at least 1"),
        (#"{"max_characters_per_line":"40"}"#, "max_characters_per_line is a whole number of at least 1"),
        (#"{"max_lines_per_cue":0}"#, "max_lines_per_cue is a whole number of at least 1"),
        (#"{"max_lines_per_cue":1.5}"#, "max_lines_per_cue is a whole number of at least 1"),
        (#"{"max_lines_per_cue":true}"#, "max_lines_per_cue is a whole number of at least 1"),
        (#"{"max_seconds_per_cue":0}"#, "max_seconds_per_cue is a number above 0"),
        (#"{"max_seconds_per_cue":-0.5}"#, "max_seconds_per_cue is a number above 0"),
        (#"{"max_seconds_per_cue":1e999}"#, "max_seconds_per_cue is a number above 0"),
        (#"{"max_seconds_per_cue":"5"}"#, "max_seconds_per_cue is a number above 0"),
        (#"[]"#, "The body is not a JSON object."),
        (#"{"#, "The body is not a JSON object."),
    ])
    func `limits that can't be kept are refused`(body: String, message: String) async throws {
        let answer = try await client.send(
            "POST", "/v1/labs/task/subtitle/any", headers: ["Content-Type": "application/json"], body: Data(body.utf8))
        #expect(answer.status == 400)
        #expect(try answer.json == ["error": .string(message), "message": .string(message)])
    }

    @Test func `a format that there is not is refused`() async throws {
        let answer = try await export("any", query: "?format=ass")
        #expect(answer.status == 400)
        #expect(try answer.json["error"] == "format is one of srt, vtt, json")
    }

    @Test func `limits as large or as small as can be are kept`() async throws {
        let id = try #require(try await client.labsTask("Hello, world.")["id"].string)
        let large: JSON = ["max_characters_per_line": .number(1e300), "max_lines_per_cue": .number(1e18), "max_seconds_per_cue": .number(1e308)]
        #expect(try await export(id, large).status == 200)
        #expect(cues(try await subtitle(of: id).text) == [["Hello, world."]])
        let small: JSON = ["max_characters_per_line": 1, "max_lines_per_cue": 1, "max_seconds_per_cue": .number(.leastNonzeroMagnitude)]
        #expect(try await export(id, small).status == 200)
        #expect(cues(try await subtitle(of: id).text) == [["Hello,"], ["world."]])
    }

    @Test func `the same key exports once`() async throws {
        let id = try #require(try await client.labsTask(Self.text)["id"].string)
        let headers = ["Idempotency-Key": "subtitle"]
        let first = try await export(id, ["max_lines_per_cue": 1], query: "?format=srt", headers: headers)
        #expect(try await export(id, ["max_lines_per_cue": 3]).status == 200)
        let now = try await subtitle(of: id)
        #expect(try await export(id, ["max_lines_per_cue": 1], query: "?format=srt", headers: headers).text == first.text)
        #expect(try await subtitle(of: id).url == now.url)
        #expect(try await export(id, ["max_lines_per_cue": 2], query: "?format=srt", headers: headers).status == 409)
    }

    @Test func `the same text again has a subtitle of its own`() async throws {
        let (one, two) = (try await client.labsTask(Self.text), try await client.labsTask(Self.text))
        #expect(one["subtitle"] != two["subtitle"] && one["result"] != two["result"])
        let (first, second) = (try #require(one["subtitle"].string), try #require(two["subtitle"].string))
        #expect(try await client.get(first).text == client.get(second).text)
        #expect(try await client.send("DELETE", "/v1/labs/task/\(one["id"].string ?? "")").status == 200)
        #expect(try await client.get(second).status == 200)
        #expect(try await client.get(try #require(two["result"].string)).status == 200)
    }
}
