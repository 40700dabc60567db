import Database
import Foundation
import TestSupport
import Testing

/// Cloning in the MiniMax audio family: recordings are sent first, and then named.
@Suite(.timeLimit(.minutes(5))) struct MiniMaxCloneTests {
    @Test func `a clone is answered in the documented shape, and listed so, for nothing`() async throws {
        let made = try await SharedClones.miniMax
        let clone = made.json
        #expect(
            clone.names == [
                "voice_id", "parent_voice_id", "voice_name", "tag_list", "file_id", "cover_url", "create_time", "update_time", "collected",
                "voice_status", "sample_audio", "uniq_id", "group_id", "managed_by_api", "is_expired", "refresh_count", "cloned_id", "clone",
            ])
        #expect(clone["clone"].names == ["voice_name", "language_tag", "need_noise_reduction", "files"])
        #expect(clone["clone"]["voice_name"] == "Doctor Who" && clone["clone"]["language_tag"] == "English")
        #expect(clone["clone"]["need_noise_reduction"] == true)
        let file = try #require(clone["clone"]["files"].elements.first)
        #expect(file.names == ["file_id", "file_name"] && file["file_id"].string?.hasSuffix("-file:\(clone["file_id"].string ?? "none")") == true)
        #expect(clone["is_expired"] == false && clone["refresh_count"] == 0 && clone["cloned_id"] == clone["voice_id"])
        #expect(clone["tag_list"].elements.first == "English")
        let list = try await made.user.get("/v1/minimax/audio/voices/?is_system=false").json
        #expect(list == ["voice_list": [clone], "total": 1, "has_more": false])
        #expect(try await made.user.get("/v1/minimax/audio/voices?is_system=false&tag_list=english").json["total"] == 1)
        #expect(try await made.user.get("/v1/minimax/audio/voices?is_system=false&tag_list=Italian").json["total"] == 0)
        #expect(try await made.user.credits() == SharedClones.monthlyCredits)
    }

    @Test func `it speaks with emotion, effects and in another language`() async throws {
        let made = try await SharedClones.miniMax
        for fields in [
            ["text": "We won!!", "emotion": "happy", "robotic": true],
            ["text": "Good night.", "emotion": "sad", "speed": 0.8, "spacious_echo": true],
            ["text": "Xin chào các bạn", "language_boost": "Vietnamese", "deepen_lighten": -40, "pitch": 2, "vol": 2],
        ] as [[String: JSON]] {
            let answer = try await made.user.createMP3(fields.merging(["voice_id": made.json["voice_id"]]) { $1 })
            #expect(answer.status == 200, "\(answer.text)")
            #expect(try await made.user.audio(of: answer).sound.peak > 0.1)
            let clip = try await made.user.get("/v1/minimax/audio/\(try #require(try answer.json["audio_id"].string))").json
            #expect(clip["voice_info"]["voice_id"] == made.json["voice_id"] && clip["voice_info"]["voice_name"] == "Doctor Who")
        }
    }

    @Test func `a recording that was sent is there for whoever has its link`() async throws {
        let user = try await SharedServer.running.newUser()
        let file = try await Recordings.long
        let answer = try await user.uploadSample(file, once: "once")
        #expect(answer.status == 200)
        let json = try answer.json
        #expect(json.names == ["ossPath", "fileID"])
        #expect(json["fileID"].string?.wholeMatch(of: #/user:\d{14}-minimax:local-file:\d{15}/#) != nil)
        let fetched = try await user.anonymous.get(try #require(json["ossPath"].string))
        #expect(fetched.status == 200 && fetched["Content-Type"] == "audio/wav" && fetched.body == file.bytes)
        #expect(try await user.uploadSample(file, once: "once").body == answer.body)
        #expect(try await user.uploadSample(file, type: "audio/wave; charset=x", once: "other").status == 200)
    }

    @Test func `a recording that was sent is served as what it is, whatever its sender says`() async throws {
        let user = try await SharedServer.running.newUser()
        let sent = try await user.uploadSample(Recordings.long, type: "audio/mpeg").json
        let link = try #require(sent["ossPath"].string)
        #expect(link.hasSuffix(".wav"))
        #expect(try await user.anonymous.get(link)["Content-Type"] == "audio/wav")
        let clone = try await user.cloneByMiniMax(["files": sent["fileID"]]).json
        #expect(clone["clone"]["files"].elements.first?["file_name"] == "sample.wav")
    }

    @Test func `no more than fifty recordings wait, however many are sent at once`() async throws {
        let server = try await RunningServer.start()
        let user = try await server.newUser()
        let file = try await Recordings.long
        #expect(try await user.uploadSample(file).status == 200)
        try await addRecordings(48, on: server)
        let answers = try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
            for _ in 0..<3 { group.addTask { try await user.uploadSample(file) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.map(\.status).sorted() == [200, 400, 400])
        for answer in answers where answer.status == 400 {
            #expect(try answer.json["error"] == "The body is one too many: 50 wait already, each for a day: clone a voice of them first")
        }
        // The first, and the one that was taken: nothing is left of those that were refused.
        #expect(try FileManager.default.subpathsOfDirectory(atPath: server.data).filter { $0.hasSuffix(".wav") }.count == 2)
        let answer = try await user.cloneByMiniMax(["files": try #require(try answers.first { $0.status == 200 }?.json["fileID"])])
        #expect(answer.status == 200)
        #expect(try await user.uploadSample(file).status == 200)
        #expect(await server.stop() == 0)
    }

    /// Has the user of the only recording have so many more.
    private func addRecordings(_ count: Int, on server: RunningServer) async throws {
        let database = try SQLiteDatabase(path: server.data + "/mynah.db")
        try await database.write { connection in
            for number in 1...count {
                try connection.execute(
                    """
                    INSERT INTO recordings (id, user_id, account, title, file_name, content_type, size, duration, created_at)
                    SELECT \("\(number)"), user_id, account, title, \("copy-\(number).wav"), content_type, size, duration, created_at
                    FROM recordings LIMIT 1
                    """)
            }
        }
        try await database.close()
    }

    @Test func `what was recorded for a clone of another family is nobody's to fetch`() async throws {
        let made = try await SharedClones.max
        let server = try await SharedServer.running
        let names = server.storedFiles.filter { $0.hasSuffix(".recording") }
        #expect(!names.isEmpty)
        for name in names { #expect(try await made.user.get("/files/\(name)").status == 404) }
    }

    @Test func `nobody clones from another's recording, nor deletes another's clone`() async throws {
        let made = try await SharedClones.miniMax
        let other = try await SharedServer.running.newUser()
        let file = try #require(made.json["clone"]["files"].elements.first?["file_id"])
        let answer = try await other.cloneByMiniMax(["files": file])
        let nobody = try await other.cloneByMiniMax(["files": "user:12345678901234-minimax:local-file:345678901234567"])
        for answer in [answer, nobody] {
            #expect(answer.status == 404)
            #expect(try answer.json == ["error": "files names a recording that there is not, or not any more: send it again", "code": 404])
        }
        #expect(try await other.post("/v1/minimax/audio/delete-voice", ["voice_id": made.json["voice_id"]]).status == 200)
        #expect(try await made.user.get("/v1/minimax/audio/voices?is_system=false").json["total"] == 1)
        #expect(try await other.createMP3(["text": "Hello.", "voice_id": made.json["voice_id"]]).status == 404)
    }

    @Test(
        arguments: [
            (["voice_name": ""], "voice_name is required: a string"),
            (["voice_name": .string(String(repeating: "a", count: 31))], "voice_name has at most 30 characters"),
            (["voice_name": .string(String(repeating: "a", count: 1000))], "voice_name has at most 30 characters"),
            (["language_tag": ""], "language_tag is required"), (["language_tag": "Klingon"], "language_tag is one of Vietnamese, English"),
            (["files": ""], "files is empty"), (["files": "a"], "files is ids that look like"), (["files": ","], "files is 1 to 10 different ids"),
            (["files": "user:12345678901234-minimax:local-audio:cl00000000000000000000000"], "files is ids that look like"),
            (["need_noise_reduction": "yes"], "need_noise_reduction is true or false"), (["account": "studio"], "account is none of your accounts"),
        ] as [([String: JSON], String)])
    func `a bad field is refused with what it takes`(fields: [String: JSON], message: String) async throws {
        let made = try await SharedClones.miniMax
        let file = try #require(made.json["clone"]["files"].elements.first?["file_id"])
        let answer = try await made.user.cloneByMiniMax(["files": file].merging(fields) { $1 })
        #expect(answer.status == 400)
        let json = try answer.json
        #expect(json.names == ["error", "code"] && json["error"].string?.hasPrefix(message) == true, "\(json)")
        #expect(try await made.user.get("/v1/minimax/audio/voices?is_system=false").json["total"] == 1)
    }
}
