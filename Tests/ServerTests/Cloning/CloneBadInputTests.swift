import Foundation
import TestSupport
import Testing

/// What is refused when a clone is asked for, and that a refusal costs nothing and leaves nothing.
@Suite(.timeLimit(.minutes(5))) struct CloneBadInputTests {
    /// A server on which nobody is ever cloned.
    private static let start = Task { try await RunningServer.start() }
    private static let user = Task { try await start.value.newUser(monthlyCredits: 5000) }

    private let server: RunningServer
    private let user: APIClient

    init() async throws {
        server = try await Self.start.value
        user = try await Self.user.value
    }

    private func expect(_ answer: HTTPAnswer, _ refusal: BadRecording.Refusal, field: String, otherKind: String, tooLarge: (Int, String)) async throws
    {
        let json = try answer.json
        let message = try #require(json["error"].string, "\(answer.text)")
        switch refusal {
        case .otherKind: #expect(answer.status == 400 && message == otherKind, "\(message)")
        case .tooLarge: #expect(answer.status == tooLarge.0 && message == tooLarge.1, "\(message)")
        case .because(let reasons):
            #expect(answer.status == 400 && reasons.contains { message.contains($0) }, "\(message)")
            #expect(message.hasPrefix("\(field): ") || message == otherKind, "\(message)")
        }
        #expect(json.names == ["error", "code"] || json.names == ["error", "message"])
        try await expectNothing()
    }

    /// That nothing was charged, and no row or file is there.
    private func expectNothing() async throws {
        #expect(try await user.credits() == 5000)
        #expect(try await user.clones().isEmpty)
        #expect(server.storedFiles == [])
        // Other tests' uploads come and go.
        let before = Set(server.temporaryFiles)
        #expect(await eventually { before.isDisjoint(with: server.temporaryFiles) })
    }

    @Test(arguments: BadRecording.all + BadRecording.webM) func `Credits refuses it, for nothing`(recording: BadRecording) async throws {
        let answer = try await user.cloneByCredits(of: recording.make())
        try await expect(
            answer, recording.refusal, field: "voice", otherKind: "Invalid file type. Supported formats: MP3, WAV, WebM",
            tooLarge: (400, "File size exceeds 20MB limit"))
        #expect(try answer.json["code"] == "INVALID_PARAMETERS")
    }

    @Test(arguments: BadRecording.all + BadRecording.webM) func `Max refuses it, for nothing`(recording: BadRecording) async throws {
        try await expect(
            try await user.cloneByMax(of: recording.make()), recording.refusal, field: "audio_file",
            otherKind: "audio_file is a recording of another kind: send MP3, WAV, WebM, M4A, FLAC or Ogg",
            tooLarge: (413, "audio_file is a file of at most 20971520 bytes"))
    }

    @Test(arguments: BadRecording.all) func `MiniMax audio refuses it, for nothing`(recording: BadRecording) async throws {
        try await expect(
            try await user.uploadSample(recording.make(), type: "audio/mpeg"), recording.refusal, field: "The body",
            otherKind: "The body is a recording of another kind: send MP3 or WAV", tooLarge: (413, "The body has at most 20971520 bytes"))
    }

    @Test(arguments: [("text/plain", 400), ("multipart/form-data; boundary=x", 400), ("", 400), ("audio/ogg", 400)])
    func `a recording is sent to MiniMax audio as what it is`(type: String, status: Int) async throws {
        let answer = try await user.uploadSample(Recordings.long, type: type)
        #expect(answer.status == status)
        #expect(try answer.json["error"].string?.hasPrefix("Content-Type is audio/mpeg or audio/wav") == true)
        // A path where the file should be, as a published command has it.
        let path = try await user.uploadSample(Recordings.File(name: "", bytes: Data("/path/to/sample.mp3".utf8)), type: "audio/mpeg")
        #expect(path.status == 400)
        try await expectNothing()
    }

    @Test(arguments: [
        ("title", String(repeating: "a", count: 1000), "title has at most 100 characters"), ("title", "a\u{7}b", "title is one line of text"),
        ("title", "a\nb", "title is one line of text"), ("title", "a\u{2028}b", "title is one line of text"),
        ("title", "Me\u{202E}3pm.exe", "title is one line of text"), ("title", "\u{200B}\u{FEFF}", "title holds nothing that can be seen"),
        ("description", "a\u{1B}[2Jb", "description holds no control characters"), ("description", "a\nb\u{2066}c", "description holds no control"),
        ("tags", "a,b\u{0}c", "tags are lines of text"), ("tags", #"["a\u202eb"]"#, "tags are lines of text"),
        ("description", String(repeating: "ä", count: 501), "description has at most 500 characters"),
        ("coverImage", "ftp://example.com/a.jpg", "coverImage "), ("coverImage", "javascript:alert(1)", "coverImage "),
        ("tags", "[1, 2]", "tags is an array of strings in JSON, or texts with commas between them"),
        ("tags", String(repeating: "a,", count: 21), "tags has at most 20 tags"),
        ("tags", String(repeating: "a", count: 51), "tags has at most 20 tags"),
        ("consent", "maybe", "consent is true or false"),
    ]) func `Credits refuses a bad field`(field: String, value: String, message: String) async throws {
        let answer = try await user.cloneByCredits([field: value], of: Recordings.short)
        #expect(answer.status == 400)
        #expect(try answer.json["error"].string?.hasPrefix(message) == true, "\(answer.text)")
        try await expectNothing()
    }

    @Test(arguments: [
        ("voice_name", String(repeating: "a", count: 1000), "voice_name has at most 100 characters"),
        ("language_tag", "Klingon", "language_tag is one of Vietnamese"),
        ("need_noise_reduction", "maybe", "need_noise_reduction is true or false"),
        ("preview_text", String(repeating: "a", count: 501), "preview_text has at most 500"),
        ("preview_text", "... !", "preview_text holds nothing that can be spoken"),
        ("preview_text", "a\u{1}b", "preview_text holds the control character"),
        ("preview_text", "Wait <#1000#> here", "preview_text holds <#1000#>, which is no pause"),
    ]) func `Max refuses a bad field`(field: String, value: String, message: String) async throws {
        let answer = try await user.cloneByMax([field: value], of: Recordings.short)
        #expect(answer.status == 400)
        #expect(try answer.json["error"].string?.hasPrefix(message) == true, "\(answer.text)")
        try await expectNothing()
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "a\\b.mp3", String(repeating: "a", count: 1000) + ".mp3", "me\u{202E}3pm.exe", "a\u{85}.mp3",
    ])
    func `a file's name holds no path, and has an end`(name: String) async throws {
        let file = Recordings.File(name: name.replacing("\\", with: "\\\\"), bytes: try await Recordings.short.bytes)
        for answer in [try await user.cloneByCredits(of: file), try await user.cloneByMax(of: file)] {
            #expect(answer.status == 400 && answer.text.contains("is a file whose name"), "\(answer.text)")
        }
        try await expectNothing()
    }

    @Test func `a request without a recording, or in another form, is refused`() async throws {
        for (path, field) in [("/api/v1/voice-clone", "voice"), ("/v1/max/voice-clones", "audio_file")] {
            let json = try await user.post(path, ["title": "Me"])
            let other = try await user.upload(path, file: ("other", Recordings.short))
            let text = try await user.send(
                "POST", path, headers: ["Content-Type": "multipart/form-data; boundary=x"],
                body: Data(APIClient.form([field: "/path/to/voice.mp3"]).utf8))
            let empty = try await user.upload(path, file: (field, Recordings.File(name: "voice.mp3", bytes: Data())))
            for answer in [json, other, text] { #expect(answer.status == 400 && answer.text.contains("\(field) is"), "\(answer.text)") }
            #expect(empty.status == 400)
            #expect(try empty.json["error"] == .string("\(field) is an empty file: send a recording"))
            // The recording itself where a form should be, and nothing at all.
            for body in [try await Recordings.short.bytes, Data()] {
                let bare = try await user.send("POST", path, headers: ["Content-Type": "audio/mpeg"], body: body)
                #expect(bare.status == 400)
                #expect(try bare.json["error"] == .string("\(field) is a file, in multipart/form-data"))
            }
        }
        let nothing = try await user.uploadSample(Recordings.File(name: "", bytes: Data()))
        #expect(nothing.status == 400)
        #expect(try nothing.json["error"] == "The body is empty: send the bytes of a recording")
        try await expectNothing()
    }

    @Test func `the scope to clone is needed`() async throws {
        let key = try await server.mynah("keys", "create", "--user", user.userName, "--scopes", "speak,read").text
        let client = APIClient(url: server.url, key: key)
        let file = try await Recordings.short
        let answers = [
            try await client.cloneByCredits(of: file), try await client.cloneByMax(of: file), try await client.uploadSample(file),
            try await client.cloneByMiniMax(["files": "a"]), try await client.send("DELETE", "/v1/max/voice-clones/a"),
            try await client.post("/v1/minimax/audio/delete-voice", ["voice_id": "a"]),
        ]
        for answer in answers {
            #expect(answer.status == 403)
            #expect(try answer.json["error"] == "This key may not do that: it needs the scope clone")
        }
        #expect(try await client.anonymous.cloneByCredits(of: file).status == 401)
        #expect(try await client.clones().isEmpty)
        try await expectNothing()
    }

    @Test func `the server's memory does not grow with what is refused`() async throws {
        // One of its own: what other tests have another do would be measured, too.
        let server = try await RunningServer.start()
        let user = server.client
        func sendInVain() async throws {
            _ = try await user.cloneByMax(of: Recordings.File(name: "a.mp3", bytes: Data(count: 20 << 20)))
            _ = try await user.uploadSample(Recordings.File(name: "a.mp3", bytes: Data(count: 20 << 20)))
            _ = try await user.cloneByCredits(of: Recordings.File(name: "a.webm", bytes: Data(BadRecording.hours)))
        }
        let before = try server.memory
        for _ in 0..<5 { try await sendInVain() }
        #expect(try server.memory < before + 24)
    }
}
