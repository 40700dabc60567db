import Database
import Foundation
import TestSupport
import Testing

/// A server that demands consent, and the number of clones there.
@Suite(.timeLimit(.minutes(5))) struct CloneConsentTests {
    private static let notAudio = Recordings.File(name: "a.mp3", bytes: Data("no audio".utf8))

    private func start() async throws -> RunningServer {
        try await RunningServer.start(environment: ["MYNAH_CLONING_REQUIRES_CONSENT": "true"])
    }

    @Test func `nobody is cloned without a statement, and speaking never asks for one`() async throws {
        let server = try await start()
        let user = try await server.newUser(monthlyCredits: 3000)
        let file = try await Recordings.short
        let sent = try #require(try await user.uploadSample(Recordings.long).json["fileID"].string)
        let refused = [
            try await user.cloneByCredits(of: file), try await user.cloneByCredits(["consent": "false"], of: file),
            try await user.cloneByMax(of: file),
            try await user.cloneByMiniMax(["files": .string(sent)]),
        ]
        for answer in refused {
            #expect(answer.status == 403)
            #expect(try answer.json["error"].string?.hasPrefix("State that you may clone this voice: send the field consent=true") == true)
        }
        #expect(try refused[0].json["code"] == "FORBIDDEN")
        #expect(try await user.credits() == 3000)
        let made = try await user.cloneByMax(["consent": "true"], of: file)
        #expect(made.status == 200, "\(made.text)")
        let clone = try made.json
        #expect(try await user.maxTask("Hello", ["voice_id": clone["id"], "is_clone": true])["status"] == "completed")
        #expect(try await user.createMP3(["text": "Hello", "voice_id": clone["voice_id"]]).status == 200)

        try await expectLimit(of: 30, on: server, by: user, copying: try #require(clone["id"].string))
        #expect(await server.stop() == 0)
    }

    @Test func `a statement on record is enough, of the user or of the key`() async throws {
        let server = try await start()
        let user = try await server.newUser(monthlyCredits: 3000)
        let key = try #require(
            try await server.mynah("keys", "list", "--user", user.userName).text.split(separator: "\n").last?.split(separator: " ").first)
        func status() async throws -> Int { try await user.cloneByCredits(of: Self.notAudio).status }
        for options in [[], ["--key", String(key)]] {
            #expect(try await status() == 403)
            let recorded = try await server.mynah("users", "consent", user.userName, options.first ?? "--data", options.last ?? server.data)
            #expect(recorded.exitCode == 0 && recorded.text.contains(options.isEmpty ? "all keys" : "the key \(key)"), "\(recorded.errors)")
            // Now it is the recording that is refused.
            #expect(try await status() == 400)
            #expect(try await server.mynah("users", "consent", user.userName, "--withdraw").text == "Nothing is on record of \(user.userName).")
        }
        #expect(try await status() == 403)
        #expect(await server.stop() == 0)
    }

    /// That Max makes no more clones than so many, and the others do.
    private func expectLimit(of limit: Int, on server: RunningServer, by user: APIClient, copying id: String) async throws {
        let database = try SQLiteDatabase(path: server.data + "/mynah.db")
        try await database.write { connection in
            for number in 1..<limit {
                let (copy, sample) = ("\(id)-\(number)", "sample-\(number).mp3")
                try connection.execute(
                    """
                    INSERT INTO voice_clones (id, user_id, account, price, title, tags, language, gender, age, base, profile, reduces_noise, duration,
                        created_at, updated_at)
                    SELECT \(copy), user_id, account, 0, title, tags, language, gender, age, base, profile, 0, duration, created_at, updated_at
                    FROM voice_clones WHERE id = \(id)
                    """)
                try connection.execute(
                    "INSERT INTO voice_samples (file_name, clone_id, content_type, size) VALUES (\(sample), \(copy), 'audio/mpeg', 0)")
            }
            try connection.execute("UPDATE voice_clone_totals SET total = \(limit), revision = revision + 1")
        }
        try await database.close()
        let list = try await user.get("/v1/max/voice-clones").json
        #expect(list["total"].integer == limit && list["limit"].integer == limit && list["voice_clones"].elements.count == limit)
        let refused = try await user.cloneByMax(["consent": "true"], of: Recordings.short)
        #expect(refused.status == 400)
        #expect(try refused.json["error"] == "You have 30 voice clones, the most there may be: delete one first")
        #expect(try await user.cloneByCredits(["consent": "true"], of: Self.notAudio).text.contains("Invalid file type"))
        #expect(try await user.send("DELETE", "/v1/max/voice-clones/\(id)").status == 200)
        #expect(try await user.cloneByMax(["consent": "true"], of: Self.notAudio).text.contains("another kind"))
    }
}
