import Speech
import Testing

@Suite struct SpokenLanguageTests {
    @Test(arguments: [
        ("en", "en-US"), ("EN_gb", "en-GB"), ("en-AU", "en-US"), ("fr", "fr-FR"), ("fr-BE", "fr-BE"), ("de-AT", "de"), ("pt-BR", "pt-BR"),
        ("pt-PT", "pt"), ("es-MX", "es-419"), ("es-ES", "es"), ("zh", "cmn"), ("zh-CN", "cmn"), ("zh-Hant-HK", "yue"), ("zh-yue", "yue"),
        ("no", "nb"), ("iw", "he"), ("tl", "fil"), ("nn-NO", "nn"), ("chr", "chr-US-Qaaa-x-west"), ("vi-VN", "vi"),
        ("cmn-Latn-pinyin", "cmn-Latn-pinyin"),
    ])
    func `a tag names what is nearest to it`(tag: String, spoken: String) {
        #expect(SpokenLanguage(tag)?.tag == spoken)
        #expect(throws: Never.self) { try SpeechRequest.check(language: tag) }
    }

    @Test(arguments: ["", "-", "xx", "en--US", "English", "Auto", "en US", "日本語", "e", String(repeating: "en-", count: 30) + "en"])
    func `what nobody speaks is refused`(tag: String) {
        #expect(throws: UnspokenLanguage.self) { try SpeechRequest.check(language: tag) }
    }

    @Test func `every voice's language is spoken`() {
        for voice in VoiceCatalogue.system.voices {
            #expect(SpokenLanguage(voice.language)?.tag == voice.language || voice.base.engine == .flite, "\(voice.language)")
        }
        #expect(throws: Never.self) { try SpeechRequest.check(language: nil) }
    }

    @Test(arguments: [
        ("slt", "fr", "fr-FR"), ("alice", "en-US", "en-GB"), ("slt", "EN", "en-US"), ("yue", "zh", "cmn"), ("yue", "zh-HK", "yue"),
        ("pt-br", "pt", "pt-BR"), ("maricel", "tl", "fil"), ("slt", "no", "nb"),
    ])
    func `the language that is used is that of what speaks`(voice: String, asked: String, used: String) throws {
        let voice = try #require(VoiceCatalogue.system.voice(voice))
        #expect(SpeechRequest(text: "One two three.", voiceID: voice.id, language: asked).languageUsed(by: voice) == used)
    }
}
