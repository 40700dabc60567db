import Speech
import TestSupport
import Testing

@Suite struct SpokenRunTests {
    private func plan(_ text: String, _ voice: String, _ language: String? = nil) throws -> [String] {
        let voice = try #require(VoiceCatalogue.system.voice(voice))
        return SpokenRun.plan(for: text, voice: voice, language: language).map { "\($0.voice.name): \(text.utf8Slice($0.range))" }
    }

    @Test(arguments: [
        ("slt", "Hello, world! 123", ["slt: Hello, world! 123"]),
        ("slt", "Say 世界 now", ["slt: Say ", "cmn-latn-pinyin+f2: 世界 ", "slt: now"]),
        ("rms", "привет, мир. Bye", ["ru+m3: привет, мир. ", "rms: Bye"]),
        ("en-us-female", "a مرحبا", ["en-us+f2: a ", "ar+f2: مرحبا"]),
        ("en-us", "a नमस्ते ไทย b", ["en-us: a ", "hi: नमस्ते ", "th: ไทย ", "en-us: b"]),
        ("cmn", "我用 iPhone 拍照", ["cmn-latn-pinyin: 我用 ", "cmn: iPhone ", "cmn-latn-pinyin: 拍照"]),
        ("ja", "東京へ행き ok", ["ja: 東京へ", "ko: 행", "ja: き ok"]),
        ("cmn", "2025 年 OK", ["cmn-latn-pinyin: 2025 年 ", "cmn: OK"]), ("hak", "Ngài 你好", ["hak: Ngài ", "cmn-latn-pinyin: 你好"]),
        ("vi", "Xin chào các bạn", ["vi: Xin chào các bạn"]),
        ("ru", "Привет, hello", ["ru: Привет, hello"]),
        ("uk", "Привіт", ["uk: Привіт"]),
        ("fa", "سلام", ["fa: سلام"]),
        ("slt", "Great 😀 day", ["slt: Great ", "en-us+f2: 😀 ", "slt: day"]),
        ("en-us-female", "Great 😀 day", ["en-us+f2: Great 😀 day"]),
        ("slt", "... 世", ["slt: ... ", "cmn-latn-pinyin+f2: 世"]),
        ("slt", "1 + 2 = 3 — “ok”", ["slt: 1 + 2 = 3 — “ok”"]),
        ("slt", "", []),
    ])
    func `scripts choose who speaks`(voice: String, text: String, expected: [String]) throws {
        #expect(try plan(text, voice) == expected)
    }

    @Test(arguments: [
        ("slt", "fr", "21 ans, à Paris 😀", ["fr-fr+f2: 21 ans, à Paris 😀"]),
        ("slt", "en-GB", "Hello 😀", ["slt: Hello ", "en-us+f2: 😀"]),
        ("slt", "ja", "「日本語」です ok", ["ja+f2: 「日本語」です ", "slt: ok"]),
        ("slt", "uk", "Привіт, hello", ["uk+f2: Привіт, ", "slt: hello"]),
        ("slt", "fil", "Kumusta", ["ms+f2: Kumusta"]),
        ("slt", "sr", "Zdravo, свете", ["sr+f2: Zdravo, свете"]),
        ("slt", "xx", "Hello", ["slt: Hello"]),
        ("ja", "en", "日本 and 東京", ["ja: 日本 ", "en-us: and ", "ja: 東京"]),
        ("cmn", "ja", "東京へ iPhone", ["ja: 東京へ ", "cmn: iPhone"]),
        ("cmn-latn-pinyin", "zh", "ni hao 你好", ["cmn-latn-pinyin: ni hao 你好"]),
        ("fa-latn", "fa", "salam سلام", ["fa-latn: salam ", "fa: سلام"]),
        ("yue", "zh", "你好", ["cmn-latn-pinyin: 你好"]),
        ("pt-br", "pt", "Olá 1", ["pt-br: Olá 1"]),
    ])
    func `the language chooses who speaks its scripts`(voice: String, language: String, text: String, expected: [String]) throws {
        #expect(try plan(text, voice, language) == expected)
    }

    @Test(arguments: ["slt", "en-us", "cmn", "ar-female", "ja"])
    func `runs cover any text without a gap`(id: String) throws {
        let voice = try #require(VoiceCatalogue.system.voice(id))
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let text = RandomText.make(count: 40, using: &generator)
            let language = [nil, "fr", "ja", "sr", "hi"].randomElement(using: &generator) ?? nil
            let runs = SpokenRun.plan(for: text, voice: voice, language: language)
            #expect(runs.first?.range.lowerBound ?? 0 == 0)
            #expect(runs.last?.range.upperBound ?? 0 == text.utf8.count)
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound && $0.voice != $1.voice })
            #expect(runs.allSatisfy { !$0.range.isEmpty })
            #expect(runs.map { String(text.utf8Slice($0.range)) }.joined() == text)
        }
    }

    @Test func `no emoji is left to Flite`() throws {
        let voice = try #require(VoiceCatalogue.system.voice("rms"))
        let text = "a 😀 b ❤️ c 👨‍👩‍👧 d ☀ e"
        for run in SpokenRun.plan(for: text, voice: voice) where run.voice.engine == .flite {
            #expect(!text.utf8Slice(run.range).unicodeScalars.contains { $0.properties.isEmojiPresentation })
        }
    }
}
