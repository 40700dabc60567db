import Foundation
import TestSupport
import Testing

/// `POST /v1/minimax/audio/create-mp3`: what is asked for, and what comes of it.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxCreationTests {
    private static let fields: Set = [
        "audio_id", "audio_length", "audio_sample_rate", "audio_size", "bitrate", "word_count", "invisible_character_ratio", "usage_characters",
        "audio_format", "audio_channel", "input_sensitive", "trace_id", "chunks", "audio_review", "user_id", "audio_title", "audio_url",
        "update_time", "emotion_used",
    ]

    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    @Test func `every field of the answer is true`() async throws {
        let text = "The ferry leaves at seven. Don't be late! <#0.5#> It won't wait for anyone who is."
        let before = Date.now.timeIntervalSince1970 * 1000
        let answer = try await client.createMP3(["text": .string(text), "voice_id": "226893671006272"])
        #expect(answer.status == 200, "\(answer.text)")
        let json = try answer.json
        #expect(json.names == Self.fields)
        let (bytes, sound) = try await client.audio(of: answer)
        #expect(json["audio_size"].integer == bytes.count)
        #expect(abs(try #require(json["audio_length"].number) - sound.duration * 1000) <= 1)
        #expect(json["audio_sample_rate"] == 32_000)
        #expect(json["bitrate"] == 128_000)
        #expect(json["audio_channel"] == 1)
        #expect(json["audio_format"] == "mp3")
        let header = try #require(MP3Header(bytes))
        #expect(header.sampleRate == 32_000 && header.bitRate == 128_000 && header.isMono)
        #expect(json["word_count"] == 15)
        #expect(json["usage_characters"].integer == text.unicodeScalars.count)
        #expect(json["chunks"] == 3)
        #expect(json["invisible_character_ratio"] == 0)
        #expect(json["input_sensitive"] == false)
        #expect(json["audio_review"] == 0)
        #expect(json["audio_title"] == "The ferry leaves at seven. Don't be late! It…")
        #expect(json["trace_id"].string == answer["x-request-id"])
        #expect(json["emotion_used"] == "neutral")
        let number = try #require(json["user_id"].integer)
        #expect(json["audio_id"].string?.wholeMatch(of: #/user:(\d+)-minimax:local-audio:cl[0-9a-z]{23}/#)?.1 == "\(number)")
        let time = try #require(json["update_time"].number)
        #expect(before - 1000...Date.now.timeIntervalSince1970 * 1000 + 1000 ~= time)
        #expect(sound.peak > 0.05)
    }

    @Test func `characters that show nothing are told`() async throws {
        let json = try await client.createMP3(["text": "Hi\u{200B}\u{200B} you", "voice_id": "en-us"]).json
        #expect(json["invisible_character_ratio"] == .number(0.25))
        #expect(json["usage_characters"] == 8)
    }

    @Test func `it costs nothing`() async throws {
        let user = try await SharedServer.running.newUser(monthlyCredits: 5)
        #expect(try await user.createMP3(["text": .string(String(repeating: "word ", count: 200)), "voice_id": "en-us"]).status == 200)
        #expect(try await user.credits() == 5)
    }

    @Test func `a form is as good as JSON, with numbers and booleans as texts`() async throws {
        let form = APIClient.form([
            "text": "Hello there, <#0.2#> world.", "voice_id": "Italian_DiligentLeader", "language_boost": "Italian", "emotion": "sad", "vol": "2",
            "speed": "1.25", "pitch": "-3", "deepen_lighten": "-20", "stronger_softer": "5.5", "nasal_crisp": "1e1", "spacious_echo": "true",
            "lofi_telephone": "false", "robotic": "true", "auditorium_echo": "", "account": "local", "unknown": "x",
        ])
        let answer = try await client.createMP3(form: form)
        #expect(answer.status == 200, "\(answer.text)")
        let id = try #require(try answer.json["audio_id"].string)
        let clip = try await client.get("/v1/minimax/audio/\(id)").json
        #expect(clip["emotion"] == "sad")
        #expect(clip["language_boost"] == "Italian")
        #expect(clip["speed"] == .number(1.25))
        #expect(clip["pitch"] == -3)
        #expect(clip["vol"] == 2)
        #expect(
            clip["effects"] == [
                "deepen_lighten": -20, "stronger_softer": .number(5.5), "nasal_crisp": 10, "spacious_echo": true, "lofi_telephone": false,
                "robotic": true, "auditorium_echo": false,
            ])
        let same = try await client.createMP3([
            "text": "Hello there, <#0.2#> world.", "voice_id": "209544421245048", "language_boost": "italian", "emotion": "Sad", "vol": 2,
            "speed": .number(1.25), "pitch": -3, "deepen_lighten": -20, "stronger_softer": .number(5.5), "nasal_crisp": 10, "spacious_echo": true,
            "lofi_telephone": nil, "robotic": true,
        ])
        #expect(try await client.audio(of: same).bytes == client.audio(of: answer).bytes)
    }

    @Test func `a pause is as long as it says`() async throws {
        let answer = try await client.createMP3(["text": "One.<#2.5#>Nine.", "voice_id": "en-us"])
        let sound = try await client.audio(of: answer).sound
        let silence = try #require(sound.longestSilence)
        #expect(abs(silence - 2.5) < 0.02, "\(silence)")
    }

    @Test(arguments: [
        ("Auto", "We won!! We really won!!", "happy"), ("Auto", "Nothing special here.", "neutral"), ("auto", "REALLY NOW, GET OUT!", "angry"),
        ("fearful", "We won!!", "fearful"), ("Surprised", "Plain.", "surprised"),
    ])
    func `an emotion is echoed as it was asked for, and told as it was used`(asked: String, text: String, used: String) async throws {
        let answer = try await client.createMP3(["text": .string(text), "voice_id": "en-us", "emotion": .string(asked)])
        #expect(try answer.json["emotion_used"].string == used)
        let clip = try await client.get("/v1/minimax/audio/\(try answer.json["audio_id"].string ?? "")").json
        #expect(clip["emotion"].string == asked)
        #expect(clip["emotion_used"].string == used)
    }

    @Test(arguments: [
        "{\"deepen_lighten\":-100}", "{\"stronger_softer\":100}", "{\"nasal_crisp\":100}", "{\"spacious_echo\":true}", "{\"lofi_telephone\":true}",
        "{\"robotic\":true}", "{\"auditorium_echo\":true}", "{\"emotion\":\"angry\"}", "{\"speed\":1.5}", "{\"pitch\":5}", "{\"vol\":0.2}",
        "{\"language_boost\":\"French\"}",
    ])
    func `every parameter is heard`(parameter: String) async throws {
        var fields: [String: JSON] = ["text": "She sells sea shells on the shore.", "voice_id": "en-us"]
        let plain = try await client.audio(of: client.createMP3(fields))
        guard case .object(let added) = try JSON(Data(parameter.utf8)) else { return }
        fields.merge(added) { $1 }
        let changed = try await client.audio(of: client.createMP3(fields))
        #expect(plain.bytes != changed.bytes)
        #expect(changed.sound.peak > 0.01)
    }

    @Test func `silence can be asked for`() async throws {
        let answer = try await client.createMP3(["text": "Nobody hears this.", "voice_id": "en-us", "vol": 0])
        #expect(try await client.audio(of: answer).sound.peak < 0.001)
    }

    @Test func `a thousand characters are enough, and one more is too much`() async throws {
        let text = String(repeating: "语", count: 998) + "<#"
        #expect(try await client.createMP3(["text": .string(String(text.prefix(998)) + "好。"), "voice_id": "cmn"]).status == 200)
        let refused = try await client.createMP3(["text": .string(text + "x"), "voice_id": "cmn"])
        #expect(refused.status == 400)
    }

    @Test(arguments: ["226893671006272", "English_Trustworth_Man", "trustworthy-man"])
    func `a voice is named by any of its ids`(id: String) async throws {
        let answer = try await client.createMP3(["text": "Trust me.", "voice_id": .string(id)])
        let clip = try await client.get("/v1/minimax/audio/\(try answer.json["audio_id"].string ?? "")").json
        #expect(clip["voice_info"]["voice_id"] == "226893671006272")
    }
}
