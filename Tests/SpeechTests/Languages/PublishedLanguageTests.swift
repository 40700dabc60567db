import Speech
import Testing

@Suite struct PublishedLanguageTests {
    private let voices = VoiceCatalogue.system.voices

    @Test func `there are forty, by name and by tag`() {
        #expect(PublishedLanguage.all.count == 40)
        #expect(Set(PublishedLanguage.all.map(\.name)).count == 40 && Set(PublishedLanguage.all.map(\.tag)).count == 40)
        #expect(PublishedLanguage.all.prefix(5).map(\.name) == ["Vietnamese", "English", "Arabic", "Cantonese", "Chinese (Mandarin)"])
        for language in PublishedLanguage.all {
            #expect(PublishedLanguage(name: language.name.uppercased()) == language)
            #expect(PublishedLanguage(voiceLanguage: language.tag) == language)
            #expect(throws: Never.self) { try SpeechRequest.check(language: language.tag) }
        }
    }

    @Test(arguments: PublishedLanguage.all)
    func `each has a woman and a man`(language: PublishedLanguage) {
        let own = voices.filter { PublishedLanguage(voiceLanguage: $0.language) == language }
        #expect(own.contains { $0.gender == .female } && own.contains { $0.gender == .male })
    }

    @Test(arguments: [("Chinese", "cmn"), ("chinese,yue", "yue"), ("Malay", "ms"), ("vietnamese", "vi")])
    func `other names are known`(name: String, tag: String) {
        #expect(PublishedLanguage(name: name)?.tag == tag)
    }

    @Test(arguments: ["", "Auto", "Klingon", "en", " English", String(repeating: "English", count: 100)])
    func `what is no name is none`(name: String) {
        #expect(PublishedLanguage(name: name) == nil)
    }

    @Test(arguments: [
        ("en-GB-scotland", "English"), ("en-029", "English"), ("pt-BR", "Portuguese"), ("pt", "Portuguese"), ("vi-VN-x-south", "Vietnamese"),
        ("cmn-Latn-pinyin", "Chinese (Mandarin)"), ("zh-CN", "Chinese (Mandarin)"), ("zh-HK", "Cantonese"), ("fa-Latn", "Persian"),
        ("es-419", "Spanish"), ("no", "Norwegian"), ("nn", "Nynorsk"), ("tl-PH", "Filipino"), ("ru-LV", "Russian"), ("hak", nil), ("grc", nil),
        ("gd", nil), ("", nil),
    ])
    func `a voice's language is listed under one name`(tag: String, name: String?) {
        #expect(PublishedLanguage(voiceLanguage: tag)?.name == name)
    }
}
