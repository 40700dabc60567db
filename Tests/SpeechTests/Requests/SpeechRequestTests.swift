import Speech
import Testing

@Suite struct SpeechRequestTests {
    @Test(arguments: ["", " ", "\n\t", "\u{A0}\u{3000}"])
    func `a text of nothing is empty`(text: String) {
        #expect(throws: UnspeakableText.empty) { try SpeechRequest.check(text) }
    }

    @Test(
        arguments: [
            ("a\u{0}", 0), ("\u{7}a", 7), ("a\u{1B}[0m", 0x1B), ("a\u{7F}", 0x7F), ("a\u{85}b", 0x85), ("a\rb", 0xD), ("a\r", 0xD), ("a\r\r\n", 0xD),
            ("a\u{B}b", 0xB), ("a\u{C}b", 0xC),
        ] as [(String, UInt32)])
    func `a control character is named`(text: String, value: UInt32) {
        #expect(throws: UnspeakableText.controlCharacter(value)) { try SpeechRequest.check(text) }
    }

    @Test(arguments: ["...", "* - ... !?", "—", "()[]{}", "\u{301}", "\u{200B}"])
    func `a text of signs alone holds nothing to speak`(text: String) {
        #expect(throws: UnspeakableText.nothingToSpeak) { try SpeechRequest.check(text) }
    }

    @Test(arguments: ["a", "1", "😀", "你好", " a\tb\nc\r\nd ", "a\u{200D}b", "½", "１２３", "𝐇𝐞𝐥𝐥𝐨", "ｶﾞ", "ﬁ", "①", "❶", "㎏", "٣", "«oui»", "สวัสดี"])
    func `what has a word can be spoken`(text: String) throws {
        try SpeechRequest.check(text)
    }

    @Test(arguments: [("ja", false), ("th", false), ("cmn", false), ("he-female", false), ("en-us", true), ("slt", true), ("vi", true)])
    func `emoji alone are refused of a voice that has no words for them`(voice: String, isSpoken: Bool) throws {
        let speaker = try #require(VoiceCatalogue.system.voice(voice))
        for text in ["😀", " 😀 👍! ", "❤"] {
            let request = SpeechRequest(text: text, voiceID: voice)
            if isSpoken {
                #expect(throws: Never.self) { try request.check(spokenBy: speaker) }
            } else {
                #expect(throws: UnspeakableText.emojiAlone) { try request.check(spokenBy: speaker) }
            }
        }
        for text in ["①", "😀 1", "７", "ok 😀"] { try SpeechRequest(text: text, voiceID: voice).check(spokenBy: speaker) }
    }

    @Test func `what is wrong is told with what to do`() {
        #expect(UnspeakableText.empty.message == "is empty: give it at least one word")
        #expect(UnspeakableText.controlCharacter(0x1B).message == "holds the control character U+001B: remove it (tabs and newlines are fine)")
        #expect(UnspeakableText.nothingToSpeak.message == "holds nothing that can be spoken: give it at least one letter, digit or emoji")
    }

    @Test func `a prosody out of its range is brought to the nearest`() {
        let high = Prosody(speed: 9, pitch: 99, pitchRange: 9)
        #expect([high.speed, high.pitch, high.pitchRange] == [2, 12, 2])
        let low = Prosody(speed: 0, pitch: -99, pitchRange: -1)
        #expect([low.speed, low.pitch, low.pitchRange] == [0.5, -12, 0])
        #expect(SpeechRequest(text: "a", voiceID: "slt", volume: 11).volume == 10)
        #expect(SpeechRequest(text: "a", voiceID: "slt", volume: -1).volume == 0)
    }
}
