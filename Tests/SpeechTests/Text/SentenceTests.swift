import Speech
import TestSupport
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String, _ language: String?) -> [String] {
        TextBoundaries.sentences(in: text, language: language).map { String(text.utf8Slice($0)) }
    }

    @Test(
        arguments: [
            ("Pi is 3.14 or so.", "en"), ("It cost 1.000 dollars.", nil), ("Dr. Smith met Mr. Jones vs. Mrs. Brown on Main St. Today", nil),
            ("Cats, dogs, etc. Animals all.", "en"), ("Use tools, e.g. Hammers, i.e. Things.", "en"), ("See No. 5 and Fig. 2 now.", "en"),
            ("At 5 p.m. Eastern time in the U.S. Army.", "en"), ("J. R. R. Tolkien wrote it.", "en"),
            ("See https://example.com/?Query=A.B!C now.", nil),
            ("Well... maybe so… or not.", "en"), ("J. A. Smith and the C. I. A. men", "en"),
            ("Am 3. Mai war es so.", "de"), ("Am 3. Mai war es so.", nil), ("Der 18. Geburtstag kam.", "de-DE"),
            ("Das ist z. B. Hunden oder z.B. Katzen usw. Tieren bekannt.", "de"), ("M. Dupont et Mme. Durand, p. ex. Paris.", "fr"),
            ("El Sr. García y la Dra. Ruiz en EE. UU. México.", "es"), ("Tôi ở TP. Hồ Chí Minh.", "vi"), ("Th.S. Nguyễn và GS. Trần.", "vi"),
            ("“Really?” she asked.", "en"), ("1. First things", "en"), ("IV. The end", "en"),
            ("wrapped\nline of text", nil), ("wrapped\r\nline of text", nil),
            ("So (etc.) Things", "en"), ("   \n\n  ", nil), ("А. С. Пушкин, т.е. Поэт.", "ru"), ("他说……然后走了。", "zh"), ("Yahoo!com?a is odd.", nil),
            ("d. أحمد", "ar"), ("Jan. 5 was a Sat. 7 was not", "en"),
        ] as [(String, String?)])
    func `one sentence stays whole`(_ text: String, _ language: String?) {
        #expect(sentences(text, language) == [text])
    }

    @Test(
        arguments: [
            ("One. Two! Three? Four", "en", ["One. ", "Two! ", "Three? ", "Four"]),
            ("He came at 5 p.m. She left.", "en", ["He came at 5 p.m. ", "She left."]),
            ("Apples, pears, etc. Then we ate.", "en", ["Apples, pears, etc. ", "Then we ate."]),
            ("No. That is wrong.", "en", ["No. ", "That is wrong."]),
            ("Er war 18. Dann kam sie. Ende.", "de", ["Er war 18. ", "Dann kam sie. ", "Ende."]),
            ("It was 1990. Life was good.", "en", ["It was 1990. ", "Life was good."]),
            ("He went… Then nothing... Nobody knew.", "en", ["He went… ", "Then nothing... ", "Nobody knew."]),
            ("He said “Go.” They went.", "en", ["He said “Go.” ", "They went."]),
            ("你好。世界！「好？」他说。", "zh", ["你好。", "世界！", "「好？」", "他说。"]),
            ("नमस्ते। दुनिया।", "hi", ["नमस्ते। ", "दुनिया।"]),
            ("هل هذا نص؟ نعم.", "ar", ["هل هذا نص؟ ", "نعم."]),
            ("¿Qué? ¡Hola! Sí.", "es", ["¿Qué? ", "¡Hola! ", "Sí."]),
            ("Hello!How are you?Fine", "en", ["Hello!", "How are you?", "Fine"]),
            ("A title\n\n  Then text", nil, ["A title\n\n  ", "Then text"]),
            ("A title\r\n\r\nThen text", nil, ["A title\r\n\r\n", "Then text"]),
            ("Things:\n- one\n- two\n1. three\n(a) four\nfive", nil, ["Things:\n", "- one\n", "- two\n", "1. three\n", "(a) four\nfive"]),
            ("The end.\nNext line.", "en", ["The end.\n", "Next line."]),
            ("Ask me@example.com. Now.", "en", ["Ask me@example.com. ", "Now."]),
        ] as [(String, String?, [String])])
    func `sentences end where they should`(_ text: String, _ language: String?, _ expected: [String]) {
        #expect(sentences(text, language) == expected)
    }

    @Test func `a language that is no tag does no harm`() {
        for language in ["", "@ss=standard", "x\u{0}y", String(repeating: "a", count: 10_000), "en@x", "../../etc", "zz"] {
            #expect(sentences("One. Two.", language) == ["One. ", "Two."])
        }
    }

    @Test func `an empty text has no sentence`() {
        #expect(sentences("", "en") == [])
    }

    @Test func `sentences cover the text on clusters`() {
        var generator = SeededGenerator(seed: 2)
        for round in 0..<300 {
            let text = RandomText.make(count: 30, using: &generator)
            let ranges = TextBoundaries.sentences(in: text, language: [nil, "en", "de", "zh", "th"][round % 5])
            expectCover(ranges, of: text)
        }
    }

    @Test func `time is linear whatever the text`() {
        let texts = [
            ["Dr. No said. ", "我们今天去北京", "ภาษาไทย", "a?", ")", "…", "A.", "\n", "! ", ".) ", "a. ", "!「", "@", "🇫🇷"].map {
                String(repeating: $0, count: 20_000 / $0.count)
            },
            ["a", " ", "."].map { $0 + String(repeating: "\u{301}\u{323}", count: 10_000) },
        ].joined()
        for text in texts {
            let time = ProcessorTime.measure {
                _ = TextBoundaries.words(in: text)
                _ = TextBoundaries.sentences(in: text, language: nil)
                _ = SegmentPlan.segments(in: text, language: nil, target: 300, limit: 1000)
            }
            #expect(time < .seconds(5), "\(text.prefix(10)) took \(time)")
        }
    }
}
