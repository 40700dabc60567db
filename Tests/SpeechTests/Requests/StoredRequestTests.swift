import Foundation
import Speech
import Testing

@Suite struct StoredRequestTests {
    @Test func `a request that was stored before there were pauses, emotions and languages is read`() throws {
        let stored = """
            {"text":"Hi <#1#>","voiceID":"slt","prosody":{"speed":1,"pitch":0,"pitchRange":1},"volume":2,
            "encoding":{"format":"mp3","sampleRate":32000,"bitRate":128000}}
            """
        let request = try JSONDecoder().decode(SpeechRequest.self, from: Data(stored.utf8))
        #expect(request == SpeechRequest(text: "Hi <#1#>", voiceID: "slt", volume: 2))
        #expect(request.pauses == [] && request.emotion == .chosen(.neutral) && request.plainText == request.text && request.language == nil)
        #expect(request.delivery == .usual)
    }

    @Test func `effects that were stored before there was presence are read`() throws {
        let stored = """
            {"deepenLighten":-50,"robotic":true,"strongerSofter":0,"nasalCrisp":0,"lofiTelephone":false,"spaciousEcho":true,"auditoriumEcho":false}
            """
        let effects = try JSONDecoder().decode(VoiceEffects.self, from: Data(stored.utf8))
        #expect(effects == VoiceEffects(deepenLighten: -50, spaciousEcho: true, robotic: true))
        #expect(try JSONDecoder().decode(VoiceEffects.self, from: JSONEncoder().encode(VoiceEffects(presence: true))).presence)
    }

    @Test(arguments: EmotionChoice.allCases)
    func `a request is read as it was stored`(emotion: EmotionChoice) throws {
        let request = SpeechRequest(
            text: "Hi <#1#>", voiceID: "slt", pauses: .number, emotion: emotion, language: "pt-BR",
            delivery: Delivery(stability: 0.1, speakerBoost: true))
        #expect(try JSONDecoder().decode(SpeechRequest.self, from: JSONEncoder().encode(request)) == request)
        #expect(request.plainText == "Hi      ")
    }

    @Test func `a text of pauses alone holds nothing to speak`() {
        #expect(throws: UnspeakableText.nothingToSpeak) { try SpeechRequest.check("<#1#> <break time=\"1s\"/>", pauses: .all) }
        #expect(throws: UnspeakableText.malformedPause(.malformedNumber("<#x#>"))) { try SpeechRequest.check("Hi <#x#>", pauses: .number) }
        #expect(throws: Never.self) { try SpeechRequest.check("<#1#> <break time=\"1s\"/>") }
    }
}
