import Narration
import Speech
import Testing

@Suite struct WordTimingTests {
    /// Not awb, whose pauses hold too much noise for a measurement.
    private static let voices = ["rms", "slt", "kal16", "en-us", "en-us-female", "vi"]
    /// Two words with a pause between them; the second begins with a stop, a hiss, or a voice.
    private static let texts = ["one … two", "one. Two.", "man — tea", "hat. Kick.", "yes. Seven.", "go. Ship.", "no; red"]

    @Test(arguments: voices, texts)
    func `a word behind a pause begins where its sound does`(voice: String, text: String) async throws {
        let spoken = try await Spoken(text, voice: voice)
        let pause = try #require(try spoken.recording().longestSilence)
        let words = spoken.narration.words
        #expect(words.count == 2)
        #expect(abs(words[1].start - pause.upperBound) < 0.02, "it begins at \(words[1].start), its sound at \(pause.upperBound)")
        #expect(abs(words[0].end - pause.lowerBound) < 0.1, "it ends at \(words[0].end), its sound at \(pause.lowerBound)")
    }

    @Test(arguments: ["slt", "kal16", "en-us"], [("<b>Hello</b> my world.", 0), ("Say <b> hello.", 1)])
    func `a word with markup about it is heard for as long as it is spoken`(voice: String, text: (String, word: Int)) async throws {
        let spoken = try await Spoken(text.0, voice: voice)
        let word = spoken.narration.words[text.word]
        #expect(word.end - word.start > 0.09, "it is heard from \(word.start) to \(word.end)")
        let sound = try #require(try spoken.recording().sound)
        #expect(abs(try #require(spoken.narration.words.first).start - sound.lowerBound) < 0.1)
    }

    @Test(arguments: ["slt", "en-us"])
    func `words in the midst of a long text are heard when they are told`(voice: String) async throws {
        let filler = String(repeating: Texts.sentence(for: voice), count: 9)
        let spoken = try await Spoken(filler + "Stop.\n\nTea.\n\n" + filler, voice: voice)
        let index = try #require(spoken.narration.words.firstIndex { $0.range.lowerBound == filler.utf8.count + 7 })
        let (stop, tea) = (spoken.narration.words[index - 1], spoken.narration.words[index])
        let recording = try spoken.recording()
        let word = recording.level(from: tea.start, to: tea.end)
        #expect(tea.start - stop.end > 0.1)
        #expect(recording.level(from: stop.end + 0.05, to: tea.start - 0.02) < word / 10)
        #expect(recording.level(from: tea.start, to: tea.start + 0.02) > word / 30)
    }

    @Test(arguments: ["rms", "en-us"])
    func `words keep their places when speech is faster`(voice: String) async throws {
        let text = "hat. Kick."
        let spoken = try await Spoken(text, voice: voice, prosody: Prosody(speed: 2))
        let pause = try #require(try spoken.recording().longestSilence)
        #expect(abs(spoken.narration.words[1].start - pause.upperBound) < 0.02)
    }
}
