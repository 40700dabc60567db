import Speech
import Testing

@Suite struct VoiceCatalogueTests {
    private let voices = VoiceCatalogue.system.voices

    @Test func `no two voices have an id in common`() {
        let ids = voices.flatMap(\.ids)
        #expect(Set(ids).count == ids.count)
        #expect(voices.count > 200)
    }

    @Test func `a voice is found by each of its ids, and by nothing else`() {
        for voice in voices {
            for id in voice.ids { #expect(VoiceCatalogue.system.voice(id) == voice) }
        }
        for id in ["", "RMS", "rms ", "en", "nobody", "cl00000000000000000000000"] { #expect(VoiceCatalogue.system.voice(id) == nil) }
    }

    @Test func `the standard voice is there`() {
        #expect(VoiceCatalogue.system.voice(VoiceCatalogue.standardID) != nil)
    }

    @Test func `every voice tells who it is`() {
        for voice in voices {
            #expect(!voice.name.isEmpty && !voice.description.isEmpty && !voice.base.name.isEmpty)
            #expect(voice.language.wholeMatch(of: /[A-Za-z]{2,4}(-[A-Za-z0-9]+)*/) != nil)
        }
        #expect(Set(voices.map(\.name)).count == voices.count)
    }

    @Test func `of two voices with one id the first counts`() {
        let first = Voice(
            id: "a", name: "First", description: "", language: "en", gender: .male, base: EngineVoice(engine: .espeak, name: "en"), variant: "")
        var second = first
        second.name = "Second"
        #expect(VoiceCatalogue([first, second]).voice("a")?.name == "First")
    }

    @Test func `another language is spoken in the voice's own colour`() throws {
        let slt = try #require(VoiceCatalogue.system.voice("slt"))
        let ada = try #require(VoiceCatalogue.system.voice("ada"))
        #expect(ada.espeakVoice(for: "vi") == EngineVoice(engine: .espeak, name: "vi", timbre: ada.base.timbre))
        #expect(slt.espeakVoice(for: "vi") == EngineVoice(engine: .espeak, name: "vi+f2"))
        let man = try #require(VoiceCatalogue.system.voice("en-us"))
        #expect(man.espeakVoice(for: "vi") == EngineVoice(engine: .espeak, name: "vi"))
    }
}
