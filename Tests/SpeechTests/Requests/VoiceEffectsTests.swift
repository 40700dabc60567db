import Foundation
import Speech
import Testing

@Suite struct VoiceEffectsTests {
    @Test func `a strength out of its range is brought to the nearest`() {
        let high = VoiceEffects(deepenLighten: 101, strongerSofter: 1e9, nasalCrisp: .infinity)
        #expect([high.deepenLighten, high.strongerSofter, high.nasalCrisp] == [100, 100, 100])
        let low = VoiceEffects(deepenLighten: -101, strongerSofter: -1e9, nasalCrisp: -.infinity)
        #expect([low.deepenLighten, low.strongerSofter, low.nasalCrisp] == [-100, -100, -100])
    }

    @Test func `a request keeps its effects`() throws {
        let effects = VoiceEffects(deepenLighten: -7.5, strongerSofter: 20, nasalCrisp: 100, spaciousEcho: true, auditoriumEcho: true)
        let request = SpeechRequest(text: "One.", voiceID: "slt", effects: effects)
        let read = try JSONDecoder().decode(SpeechRequest.self, from: JSONEncoder().encode(request))
        #expect(read == request && read.effects == effects)
    }

    @Test func `a request that was stored before there were effects has none`() throws {
        let stored = """
            {"text":"One.","voiceID":"slt","prosody":{"speed":1,"pitch":0,"pitchRange":1},"volume":1,
             "encoding":{"format":"mp3","sampleRate":32000,"bitRate":128000}}
            """
        #expect(try JSONDecoder().decode(SpeechRequest.self, from: Data(stored.utf8)) == SpeechRequest(text: "One.", voiceID: "slt"))
    }
}
