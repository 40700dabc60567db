import Foundation
import TestSupport
import Testing

/// A disk that is full.
@Suite(.enabled("This machine lets nobody make file systems of their own.") { await SmallDisk.isPossible }, .timeLimit(.minutes(5)))
struct FullDiskTests {
    /// As WAV some 700 KB.
    private static let text = String(repeating: "There is no room for this. ", count: 10)

    private func expectAudit(_ server: RunningServer, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let audit = try await server.mynah("credits", "audit")
        #expect(audit.exitCode == 0, "\(audit.text) \(audit.errors)", sourceLocation: sourceLocation)
    }

    @Test func `audio that does not fit fails and costs nothing, and the next one that fits is done`() async throws {
        let disk = try await SmallDisk(megabytes: 16)
        let server = try await RunningServer.start(on: disk)
        let client = server.client
        let first = try await client.spoken("One.")
        let credits = try #require(try await client.credits())
        try disk.fill(leaving: 300_000)
        let failed = try await client.spoken(Self.text, format: "wav")
        #expect(failed["status"] == "FAILED")
        let id = try #require(failed["id"].string)
        let answer = try await client.get("/api/v1/tts/\(id)/audio")
        #expect(answer.status == 500)
        let error = try #require(try answer.json["error"].string)
        #expect(error.hasPrefix("Speech generation failed: ") && error.contains("no space left"), "\(error)")
        #expect(try await client.credits() == credits)
        let link = try #require(first["audioUrl"].string)
        #expect(try await client.anonymous.get(link).status == 200)
        try disk.clear()
        #expect(try await client.spoken(Self.text, format: "wav")["status"] == "COMPLETED")
        try await expectAudit(server)
        #expect(await server.stop() == 0)
    }

    @Test func `a server whose database is full answers what it can, loses nothing, and goes on when there is room`() async throws {
        let disk = try await SmallDisk(megabytes: 24)
        var server = try await RunningServer.start(on: disk)
        var client = server.client
        let first = try await client.spoken("One.")
        let link = try #require(first["audioUrl"].string).replacingOccurrences(of: server.url, with: "")
        let before = try #require(try await client.credits())
        var taken: [String] = []
        var refused = 0
        // What fails leaves room again, so that how many are refused is chance; that some are, is not.
        for number in 0..<200 where number < 40 || refused == 0 {
            // The disk fills up while tasks are being done.
            if number >= 10 { try disk.fill(leaving: 0) }
            let answer = try await client.speak("Number \(number). " + Self.text)
            switch answer.status {
            case 200: taken.append(try #require(try answer.json["speechId"].string))
            default:
                #expect(answer.status == 507, "\(answer.text)")
                #expect(try answer.json["error"] == "The server's disk is full: try again later")
                refused += 1
            }
            #expect(try await client.get(link).status == 200)
            #expect(try await client.get("/readyz").status == 200)
        }
        #expect(refused > 0)
        try disk.clear()
        #expect(try await eventually { try await client.speak("There is room again.").status == 200 })
        var spent = "There is room again.".utf8.count
        for id in taken {
            let speech = try await client.finished(id)
            #expect(["COMPLETED", "FAILED"].contains(speech["status"].string), "\(speech)")
            spent += speech["creditsUsed"].integer ?? 0
        }
        #expect(try await eventually { try await client.credits() == before - spent })
        try await expectAudit(server)
        #expect(await server.stop() == 0)
        server = try await server.restarted()
        client = server.client
        #expect(try await client.credits() == before - spent)
        try await expectAudit(server)
        #expect(await server.stop() == 0)
    }
}
