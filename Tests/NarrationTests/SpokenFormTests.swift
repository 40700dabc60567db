import Foundation
import Narration
import Speech
import Testing

/// What is written with other characters than letters and digits usually are.
@Suite struct SpokenFormTests {
    @Test(
        arguments: ["slt", "en-us"],
        [
            ("I have １２３ cars.", "I have 123 cars."), ("𝐇𝐞𝐥𝐥𝐨 there.", "Hello there."), ("A ﬁne day.", "A fine day."), ("Gate ① now.", "Gate 1 now."),
            ("Ｈｅｌｌｏ there.", "Hello there."), ("Gate ❷ now.", "Gate 2 now."),
        ])
    func `other ways of writing sound as the usual one, and keep their words`(voice: String, text: (written: String, plain: String)) async throws {
        let written = try await Spoken(text.written, voice: voice, language: "en")
        let plain = try await Spoken(text.plain, voice: voice, language: "en")
        #expect(written.bytes == plain.bytes)
        #expect(written.narration.words.map(\.range) == TextBoundaries.words(in: text.written))
        #expect(written.narration.words.map(\.start) == plain.narration.words.map(\.start))
    }

    @Test(arguments: [("ja", "ﾊﾛｰ", "ハロー"), ("ja", "ｶﾞｽ ５", "ガス 5"), ("vi", "２０２６", "2026"), ("cmn", "５", "5"), ("ar", "ﻣﺮﺣﺒﺎ", "مرحبا")])
    func `they do in other languages`(voice: String, written: String, plain: String) async throws {
        let spoken = try await Spoken(written, voice: voice, language: voice)
        #expect(spoken.bytes == (try await Spoken(plain, voice: voice, language: voice)).bytes)
        #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: written))
    }

    @Test(arguments: [("vi", "Việt Nam, cảm ơn"), ("fr-fr", "Où est l'élève ?"), ("ko", "안녕하세요"), ("slt", "Người Việt")])
    func `marks that are written apart are read with their letters`(voice: String, text: String) async throws {
        let apart = text.decomposedStringWithCanonicalMapping
        let spoken = try await Spoken(apart, voice: voice)
        #expect(spoken.bytes == (try await Spoken(text, voice: voice)).bytes)
        #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: apart))
    }

    @Test(arguments: ["slt", "en-us", "ja", "cmn", "th", "he", "ru", "ar"], ["①", "１２", "𝐇𝐢", "㎏", "❸", "½", "७"])
    func `what is taken on is spoken by every voice`(voice: String, text: String) async throws {
        let request = SpeechRequest(text: text, voiceID: voice)
        try SpeechRequest.check(text)
        try request.check(spokenBy: #require(VoiceCatalogue.system.voice(voice)))
        #expect(try await Spoken(text, voice: voice).narration.words.count == 1)
    }
}
