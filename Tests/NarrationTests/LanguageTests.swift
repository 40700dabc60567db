import Narration
import Speech
import SpeechEngines
import TestSupport
import Testing

@Suite struct LanguageTests {
    /// The voices that are a language's first.
    private static let languages = VoiceCatalogue.system.voices.filter { $0.base.engine == .espeak && $0.variant.isEmpty }.map(\.base.name)

    /// A number, which nearly every language can read; a word for those that can't (Cherokee only in Latin letters).
    private static func word(in language: String) -> String {
        switch language {
        case "chr-US-Qaaa-x-west": "osiyo"
        case "he": "שלום"
        case "cv", "nog": "мама"
        case "tk", "sjn", "qya": "mama"
        default: "21"
        }
    }

    @Test(arguments: languages)
    func `every language of the catalogue is spoken`(language: String) async throws {
        let text = Self.word(in: language)
        let spoken = try await Spoken(text, voice: language, format: .pcm)
        let samples = spoken.bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
        #expect(samples.contains { abs(Int($0)) > 3000 })
        #expect(spoken.narration.words.map(\.range) == [0..<text.utf8.count])
    }

    @Test(arguments: ["he", "cv", "tk", "sjn", "chr-US-Qaaa-x-west"])
    func `numbers that a language has no words for are read in English`(language: String) async throws {
        let spoken = try await Spoken("\(Self.word(in: language)) 21", voice: language)
        let alone = try await Spoken(Self.word(in: language), voice: language)
        #expect(spoken.narration.words.count == 2 && spoken.narration.duration > alone.narration.duration + 0.4)
    }

    @Test(arguments: languages)
    func `emoji alone are refused where they would be left out, and there alone`(language: String) async throws {
        let voice = try #require(VoiceCatalogue.system.voice(language))
        do {
            try SpeechRequest(text: "😀", voiceID: language).check(spokenBy: voice)
        } catch {
            await #expect(throws: NarrationError.self) { try await Spoken("😀", voice: language) }
            return
        }
        #expect(try await Spoken("😀", voice: language).narration.words.count == 1)
    }

    @Test func `the catalogue has every language that espeak-ng has`() throws {
        // Only asked for its list: nothing is spoken in this process.
        let known = Set(try EspeakEngine().languages)
        #expect(known.subtracting(Self.languages).isEmpty)
        #expect(Set(Self.languages).subtracting(known).isEmpty)
    }

    @Test(arguments: ["fr-fr-female", "ja-female", "ta-female"])
    func `a language's other voice is another`(voice: String) async throws {
        let female = try await Spoken("21 22", voice: voice)
        let male = try await Spoken("21 22", voice: String(voice.dropLast("-female".count)))
        let pitches = (female: PitchTrack(try female.recording(sampleRate: 4000)), male: PitchTrack(try male.recording(sampleRate: 4000)))
        #expect(pitches.female.median > pitches.male.median * 1.2)
    }

    @Test func `a text that is plainly of another language is read in it, as when it is asked for`() async throws {
        let text = "Le train part à sept heures moins le quart, et nous devons être à la gare avant."
        let detected = try await Spoken(text, voice: "slt")
        let asked = try await Spoken(text, voice: "slt", language: "fr")
        let english = try await Spoken(text, voice: "slt", language: "en")
        #expect(detected.bytes == asked.bytes && detected.bytes != english.bytes)
        #expect(detected.narration.words.map(\.range) == TextBoundaries.words(in: text))
    }

    @Test func `all of a long text is read in one language`() async throws {
        let french = "Le train part à sept heures moins le quart, et nous devons être à la gare avant. "
        let text = String(repeating: french, count: 12) + "OK."
        let detected = try await Spoken(text, voice: "en-us")
        #expect(detected.bytes == (try await Spoken(text, voice: "en-us", language: "fr")).bytes)
    }

    @Test(arguments: [
        ("私は学校へ行きます。", "ワタシワ ガッコーエ イキマス。"), ("日本語の漢字は、読み方が難しいです。", "ニホンゴノ カンジワ、ヨミカタガ ムズカシイデス。"),
    ])
    func `kanji are read as words, and not as letters`(text: String, kana: String) async throws {
        let spoken = try await Spoken(text, voice: "ja")
        #expect(spoken.bytes == (try await Spoken(kana, voice: "ja")).bytes)
        // A Chinese letter, as espeak-ng calls a kanji, takes it three quarters of a second.
        #expect(spoken.narration.duration < 0.22 * Double(text.count))
        expectWords(of: spoken)
        #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: text))
    }

    @Test(arguments: ["cmn", "xiaoyu", "slt"])
    func `Mandarin is read a syllable a character, and its tones are no numbers`(voice: String) async throws {
        let text = "今天天气很好，我们一起去公园散步吧。"
        let spoken = try await Spoken(text, voice: voice)
        #expect(spoken.narration.duration < 0.27 * Double(text.count))
        expectWords(of: spoken)
    }

    @Test(arguments: ["slt", "ada", "cmn", "en-us-female"])
    func `voices of other languages read kanji, too`(voice: String) async throws {
        let text = "日本語の漢字は、読み方が難しいです。iPhoneを使う。"
        let spoken = try await Spoken(text, voice: voice)
        #expect(spoken.narration.duration < 0.22 * Double(text.count))
        expectWords(of: spoken)
    }

    @Test(arguments: [
        ("cmn", "今天天气很好，我们一起去公园散步吧。明天北京会下雨，所以请你带上雨伞。"),
        ("yue", "今日天氣好好，我哋一齊去公園散步啦。"),
        ("ja", "今日は天気がいいので、公園へ散歩に行きましょう。明日は東京で雨が降るそうです。"),
        ("th", "วันนี้อากาศดีมาก เราไปเดินเล่นที่สวนสาธารณะกันเถอะ พรุ่งนี้ฝนจะตกที่กรุงเทพ"),
        ("cmn-female", "我用 iPhone 拍照，花了 25 元。"), ("slt", "Say 世界和平 and สวัสดีครับ now."),
    ])
    func `words of scripts without spaces are heard where ICU divides them`(voice: String, text: String) async throws {
        let spoken = try await Spoken(text, voice: voice)
        expectWords(of: spoken)
        let words = TextBoundaries.words(in: text)
        #expect(spoken.narration.words.map(\.range) == words)
        #expect(words.count > text.count / 6 && words.count < text.count)
    }

    /// Words are in order, within the audio, and none takes no time or seconds.
    private func expectWords(of spoken: Spoken) {
        var last = 0.0
        for word in spoken.narration.words {
            #expect(word.start >= last && word.end > word.start && word.end <= spoken.narration.duration + 0.001)
            #expect(word.end - word.start < 2, "\(spoken.request.text.utf8Slice(word.range))")
            last = word.end
        }
    }
}
