import Foundation
import Speech
import Testing

@Suite struct EmotionTests {
    @Test(arguments: [
        ("Hello there.", Emotion.neutral), ("Hello!", .neutral), ("Really?", .neutral), ("", .neutral), ("Well… no...", .neutral),
        ("What?!", .surprised), ("You did what!?", .surprised), ("No way‽", .surprised), ("什么？！", .surprised), ("“He came?!”", .surprised),
        ("We won!!", .happy), ("We won!!!!", .happy), ("太好了！！", .happy), ("GET OUT NOW!", .angry), ("LEAVE ME ALONE!!!", .angry), ("NASA!", .neutral),
        ("OK!!", .happy), ("We won 😀", .happy), ("He left 😢.", .sad), ("Stop 😡", .angry), ("Who is there 😱", .fearful), ("Eww 🤢", .disgusted),
        ("Oh 😮", .surprised), ("It was late. Nobody came. We won!!", .neutral), ("It was late. We won!!", .happy),
        ("What?! It was late. He won!! What?!", .surprised),
    ])
    func `punctuation shows an emotion`(text: String, emotion: Emotion) {
        #expect(Emotion.shown(in: text) == emotion)
        #expect(EmotionChoice.automatic.emotion(for: text) == emotion)
        #expect(EmotionChoice.chosen(.sad).emotion(for: text) == .sad)
    }

    @Test func `a choice is called by its name`() throws {
        #expect(EmotionChoice.allCases.map(\.rawValue) == ["auto", "happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral"])
        for choice in EmotionChoice.allCases { #expect(EmotionChoice(rawValue: choice.rawValue) == choice) }
        #expect(EmotionChoice(rawValue: "Auto") == nil && EmotionChoice(rawValue: "") == nil)
    }

    @Test func `neutral changes nothing, and every other emotion something`() {
        #expect(Emotion.neutral.prosodyChange == .none)
        let changes = Emotion.allCases.map(\.prosodyChange)
        #expect(Set(changes).count == Emotion.allCases.count)
    }

    @Test func `a change is heard at the ends of what can be asked for, too`() {
        let slow = Prosody(speed: 0.5, pitch: 12, pitchRange: 2).changed(by: ProsodyChange(speed: 0.8, pitch: 3, pitchRange: 1.5))
        #expect([slow.speed, slow.pitch, slow.pitchRange] == [0.4, 15, 3])
    }

    @Test func `a request says which emotion its text is spoken with`() {
        #expect(SpeechRequest(text: "What?!", voiceID: "slt").emotionUsed == .neutral)
        #expect(SpeechRequest(text: "What?!", voiceID: "slt", emotion: .automatic).emotionUsed == .surprised)
        #expect(SpeechRequest(text: "What?!<break time='1s'/>", voiceID: "slt", pauses: .all, emotion: .automatic).emotionUsed == .surprised)
    }
}
