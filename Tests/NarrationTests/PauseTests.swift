import Narration
import Speech
import Testing

@Suite struct PauseTests {
    private static let voices = ["rms", "slt", "awb", "kal16", "en-us", "en-us-female"]

    /// What a pause's length may be off by, in seconds.
    private static let tolerance = 0.02

    private func spoken(_ text: String, _ voice: String, _ format: AudioFormat = .wav, prosody: Prosody = .usual) async throws -> Spoken {
        try await Spoken(text, voice: voice, prosody: prosody, format: format, pauses: .all)
    }

    private func expectSilence(of seconds: Double, in spoken: Spoken, behind word: Int) throws {
        let silence = try #require(try spoken.recording().longestSilence)
        let length = silence.upperBound - silence.lowerBound
        #expect(abs(length - seconds) < Self.tolerance, "it lasts \(length) s")
        let words = spoken.narration.words
        #expect(abs(words[word + 1].start - words[word].end - seconds) < 0.001)
        #expect(abs(words[word].end - silence.lowerBound) < Self.tolerance && abs(words[word + 1].start - silence.upperBound) < Self.tolerance)
    }

    // The words beside the pauses end and begin with sounds that are as plain as vowels: where a weak hiss ends is another question.
    @Test(
        arguments: voices,
        [
            ("The bus <#1#> stopped.", 1), ("Hello you. <#1#> No, I am not.", 1), ("Wait<#1#>, please.", 0),
            ("One <#0.25#><#0.5#> <#0.25#> nine.", 0),
            ("un<#1#>believable", 0), ("It is 20 <break time=\"1s\"/> 80 years.", 2), ("Yes… <break time='1000ms' /> — “No”.", 0),
        ] as [(String, Int)])
    func `a pause lasts from the end of one word to the start of the next`(voice: String, text: (String, word: Int)) async throws {
        try expectSilence(of: 1, in: try await spoken(text.0, voice), behind: text.word)
    }

    @Test(arguments: [
        ("vi", "Xin chào <#1#> các bạn.", 1), ("ar", "ذهبنا إلى <#1#> السوق.", 1), ("cmn", "你好<#1#>世界。", 0), ("th", "สวัสดี<#1#>ชาวโลก", 0),
        ("slt", "Say hello <#1#> привет, мир.", 1), ("kal16", "мир <#1#> is peace", 0), ("en-us", "one <#1#> 世界", 0),
    ])
    func `a pause lasts as long in and between all languages`(voice: String, text: String, word: Int) async throws {
        try expectSilence(of: 1, in: try await spoken(text, voice), behind: word)
    }

    @Test(arguments: voices, [AudioFormat.wav, .mp3])
    func `pauses stand before the first word and behind the last`(voice: String, format: AudioFormat) async throws {
        let spoken = try await spoken("<#0.7#>Nobody knows.<#0.6#>", voice, format)
        let recording = try spoken.recording()
        let sound = try #require(recording.sound)
        #expect(abs(sound.lowerBound - 0.7) < Self.tolerance, "it begins at \(sound.lowerBound) s")
        #expect(
            abs(recording.duration - sound.upperBound - 0.6) < Self.tolerance, "it ends \(recording.duration - sound.upperBound) s before the end")
        #expect(abs(try #require(spoken.narration.words.first).start - 0.7) < 0.001)
        #expect(abs(spoken.narration.duration - (try #require(spoken.narration.words.last).end) - 0.6) < 0.001)
    }

    @Test(arguments: ["rms", "en-us"])
    func `pauses stand between segments, too`(voice: String) async throws {
        let filler = String(repeating: Texts.sentence(for: voice), count: 9)
        for text in [filler + "Now. <#1.5#> " + filler, filler + "Now. \n\n<#0.5#>\n\n<#1#>…\n\n" + filler] {
            let spoken = try await spoken(text, voice, prosody: Prosody(speed: 2))
            let index = try #require(spoken.narration.words.firstIndex { $0.range.lowerBound == filler.utf8.count })
            try expectSilence(of: 1.5, in: spoken, behind: index)
        }
    }

    @Test(arguments: ["rms", "en-us"])
    func `pauses have an effect on nothing but their place`(voice: String) async throws {
        let whole = try await spoken("Nobody was there. We went away.", voice).narration
        let parted = try await spoken("Nobody was there. <#2#> We went away.", voice).narration
        let lengths = { (narration: Narration) in narration.words.map { $0.end - $0.start }.reduce(0, +) }
        #expect(abs(lengths(whole) - lengths(parted)) < 0.2)
    }

    @Test func `a long text's hundreds of pauses add up`() async throws {
        let text = String(repeating: "Nobody <#0.3#> knows it. ", count: 120)
        let narration = try await spoken(text, "kal16").narration
        let pairs = zip(narration.words, narration.words.dropFirst())
        let gaps = pairs.filter { word, _ in word.range.lowerBound % 25 == 0 }.map { $1.start - $0.end }
        #expect(gaps.count == 120 && gaps.allSatisfy { abs($0 - 0.3) < 0.001 })
    }

    @Test func `captions leave pauses out, and end at long ones`() async throws {
        let spoken = try await spoken("Hello there, <#2#> world.", "en-us")
        let cues = CaptionCutter.cues(text: spoken.request.plainText, words: spoken.narration.words, duration: spoken.narration.duration)
        #expect(cues.map(\.lines) == [["Hello there,"], ["world."]])
        #expect(cues[1].start - spoken.narration.words[1].end > 1.98)
    }

    @Test func `a pause that does not count is read out`() async throws {
        let counted = try await Spoken("Hello <#9#> world.", voice: "en-us", pauses: .number).narration
        let read = try await Spoken("Hello <#9#> world.", voice: "en-us").narration
        #expect(counted.duration > 9 && read.duration < 4 && read.words.count == 3)
    }

    @Test func `a malformed pause is an error`() async throws {
        await #expect(throws: NarrationError.self) { try await Spoken("Hello <#x#> world.", voice: "en-us", pauses: .number) }
    }

    @Test func `the same pauses give the same bytes`() async throws {
        let text = "Hello <#0.3#> world, привет <#0.2#> мир."
        let first = try await spoken(text, "slt", .mp3)
        let second = try await spoken(text, "slt", .mp3)
        #expect(first.bytes == second.bytes && first.narration == second.narration)
    }
}
