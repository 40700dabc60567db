import Foundation
import Speech
import TestSupport
import Testing

/// `/files/voices`: what voices look and sound like.
@Suite(.timeLimit(.minutes(3))) struct VoiceMediaTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client.anonymous
    }

    @Test func `the links of a listed voice lead to its picture and its sample, without a key`() async throws {
        let list = try await SharedServer.running.client.get("/api/v1/voices?limit=1").json["voices"]
        let voice = try #require(list.elements.first)
        let picture = try await client.get(try #require(voice["coverImage"].string))
        #expect(picture.status == 200 && picture["Content-Type"] == "image/svg+xml")
        #expect(picture.text.hasPrefix("<svg xmlns=") && picture.text.hasSuffix("</svg>"))
        let sample = try await client.get(try #require(voice["audioUrl"].string))
        #expect(sample.status == 200 && sample["Content-Type"] == "audio/mpeg")
        #expect(try DecodedAudio(sample.body).duration > 1)
    }

    @Test func `a sample is made once, however many ask for it at once`() async throws {
        let answers = try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
            for _ in 0..<8 { group.addTask { try await client.get("/files/voices/vi.mp3") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.status == 200 && $0.body == answers[0].body && $0["ETag"] == answers[0]["ETag"] })
        let head = try await client.send("HEAD", "/files/voices/vi.mp3")
        #expect(head.status == 200 && head.body.isEmpty && head["Content-Length"] == "\(answers[0].body.count)")
        let part = try await client.get("/files/voices/vi.mp3", headers: ["Range": "bytes=100-199"])
        #expect(part.status == 206 && part.body == answers[0].body[100..<200])
        let known = try await client.get("/files/voices/vi.mp3", headers: ["If-None-Match": try #require(head["ETag"])])
        #expect(known.status == 304 && known.body.isEmpty)
    }

    @Test func `what is no voice's is not there`() async throws {
        let other = try #require(VoiceCatalogue.system.voice("slt")).familyIDs.max
        for name in ["nobody.mp3", "nobody.svg", "slt", "slt.wav", ".mp3", "\(other).mp3", "..%2Fslt.mp3", "slt.mp3.mp3"] {
            #expect(try await client.get("/files/voices/\(name)").status == 404, "\(name)")
        }
    }

    @Test func `every voice has a picture of its own, always the same`() async throws {
        let names = ["slt", "rms", "vi", "vi-female"]
        var pictures: [Data] = []
        for name in names { pictures.append(try await client.get("/files/voices/\(name).svg").body) }
        #expect(Set(pictures).count == names.count)
        #expect(try await client.get("/files/voices/slt.svg").body == pictures[0])
    }
}
