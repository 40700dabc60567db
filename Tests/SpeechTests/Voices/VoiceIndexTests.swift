import Speech
import Testing

@Suite struct VoiceIndexTests {
    private let index = VoiceIndex(VoiceCatalogue.system.voices)

    private func ids(_ filter: VoiceFilter) -> [String] {
        index.places(matching: filter).map { index.voices[$0].id }
    }

    @Test func `no filter lets every voice through, in the order that is given`() {
        #expect(index.places(matching: .all) == Array(index.voices.indices))
        #expect(index.places(matching: .all, among: [3, 1, 2]) == [3, 1, 2])
        #expect(index.places(matching: VoiceFilter(search: index.voices[1].name), among: [3, 1, 2]) == [1])
    }

    @Test(arguments: [
        ("en", "rms"), ("en-GB", "alice"), ("EN_gb", "alice"), ("zh", "cmn"), ("zh-HK", "yue"), ("Chinese (Mandarin)", "cmn"), ("iw", "he"),
        ("no", "nb"),
        ("Chinese", "cmn"), ("chinese,yue", "yue"), (" Malayan ", "ms"), ("Malayan", "ms"), ("vietnamese", "vi"), ("Vietnamese (Northern)", "vi"),
        ("pt-BR", "pt-br"), ("pt", "pt-br"),
    ])
    func `a language is named by a code, by another for it, or by its name`(language: String, id: String) {
        #expect(ids(VoiceFilter(language: language)).contains(id))
    }

    @Test func `a language finds its own voices alone`() {
        #expect(!ids(VoiceFilter(language: "en-GB")).contains("rms"))
        #expect(!ids(VoiceFilter(language: "en")).contains("fr-fr"))
        for language in ["en-AU", "xx", "e", ""] { #expect(ids(VoiceFilter(language: language)).isEmpty, "\(language)") }
    }

    @Test func `all that a filter asks for must be so`() {
        let found = index.places(matching: VoiceFilter(language: "en", gender: .female, ages: [.senior])).map { index.voices[$0] }
        #expect(!found.isEmpty && found.allSatisfy { $0.gender == .female && $0.age == .senior && $0.language.hasPrefix("en") })
        #expect(ids(VoiceFilter(useCases: ["juggling", "news"])).contains("rms"))
        #expect(ids(VoiceFilter(useCases: ["juggling"])).isEmpty)
        #expect(ids(VoiceFilter(search: "stWORTHY-m")) == ["trustworthy-man"])
        for search in ["Māori", "maori", " MAORI ", "ma\u{304}ori"] { #expect(ids(VoiceFilter(search: search)) == ["mi", "mi-female"], "\(search)") }
        #expect(ids(VoiceFilter(search: "   ")).count == index.voices.count)
    }
}
