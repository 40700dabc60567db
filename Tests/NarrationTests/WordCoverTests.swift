import Narration
import Speech
import Testing

@Suite struct WordCoverTests {
    private func expectCover(_ spoken: Spoken) {
        let words = spoken.narration.words
        #expect(words.map(\.range) == TextBoundaries.words(in: spoken.request.text))
        var last = 0.0
        for word in words {
            #expect(word.start >= last && word.end >= word.start)
            last = word.end
        }
        #expect(last <= spoken.narration.duration + 0.001)
        #expect(last > spoken.narration.duration / 2)
        // Nobody takes a word for the others.
        #expect(words.count { $0.end - $0.start > 0.01 } * 10 >= words.count * 9)
    }

    @Test(arguments: ["en-us", "vi", "ar", "cmn", "th"])
    func `every word of a long text has its time`(language: String) async throws {
        let text = try #require(Texts.long[language])
        #expect(text.utf8.count > 3000)
        expectCover(try await Spoken(text, voice: language, prosody: Prosody(speed: 2)))
    }

    @Test(arguments: ["rms", "kal16"])
    func `every word of several segments has its time by Flite`(voice: String) async throws {
        expectCover(try await Spoken(Texts.paragraph, voice: voice))
    }

    @Test(
        arguments: ["slt", "kal16", "en-us", "vi"],
        [
            "It cost $1,250.75 on 12/31/1999, i.e. 3.5% of 1e6.", "Mr. and Mrs. O'Neil don't live at No. 5, St. James's Sq., etc.",
            "See https://example.com/a-b?c=d and mail me@example.com, or call +1 (555) 123-4567.", "Great 😀👍 day, isn't it? ❤ Yes!",
            "The word 世界 is Chinese, مرحبا is Arabic, and привет is Russian.", "AC/DC's C++ — the “best” of naïve café résumés…",
            "of the and to the in a", "A. B. C. 1 2 3", "Hello\n\n\nworld\t\ttabs", "a", "42", "我们 use iPhone15 拍照 today",
        ])
    func `every word of an odd text has its time`(voice: String, text: String) async throws {
        let spoken = try await Spoken(text, voice: voice)
        #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: text))
        var last = 0.0
        for word in spoken.narration.words {
            #expect(word.start >= last && word.end >= word.start)
            last = word.end
        }
        #expect(last <= spoken.narration.duration + 0.001)
    }

    @Test func `a word in another script is heard between its neighbours`() async throws {
        let spoken = try await Spoken("Hello, مرحبا بالعالم, and goodbye.", voice: "slt")
        let words = spoken.narration.words
        #expect(words.count == 5)
        #expect(words.allSatisfy { $0.end - $0.start > 0.1 })
        let alone = try await Spoken("Hello, and goodbye.", voice: "slt")
        #expect(spoken.narration.duration > alone.narration.duration + 0.5)
    }
}
