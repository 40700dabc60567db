import Foundation
import Narration
import Speech
import TestSupport
import Testing

/// The directions in which an emotion departs from neutral speech, as `Emotion.prosodyChange` has them from its sources.
@Suite struct EmotionTests {
    private static let voices = ["rms", "slt", "kal16", "en-us", "en-us-female"]
    private static let emotions = Emotion.allCases.filter { $0 != .neutral }

    private func expect(_ measured: Double, like direction: Double, atLeast threshold: Double, _ what: String) {
        guard direction != 0 else { return }
        #expect(measured * (direction > 0 ? 1 : -1) > threshold, "\(what) by \(measured), and \(direction) was meant")
    }

    @Test(arguments: voices, emotions)
    func `an emotion is heard in rate, pitch, melody, loudness and colour`(voice: String, emotion: Emotion) async throws {
        let neutral = try await VoicePortraits.shared.portrait(of: voice, .neutral)
        let portrait = try await VoicePortraits.shared.portrait(of: voice, emotion)
        let change = emotion.prosodyChange
        expect(portrait.rate / neutral.rate - 1, like: change.speed - 1, atLeast: 0.02, "the rate changes")
        expect(12 * log2(portrait.pitch / neutral.pitch), like: change.pitch, atLeast: 1, "the pitch moves (semitones)")
        expect(portrait.liveliness / neutral.liveliness - 1, like: change.pitchRange - 1, atLeast: 0.03, "the range of pitch grows")
        expect(portrait.rise - neutral.rise, like: change.contour, atLeast: 0.3, "the sentence rises (semitones)")
        expect(portrait.loudness - neutral.loudness, like: change.loudness, atLeast: 0.8, "the loudness changes (LU)")
        expect(portrait.brightness - neutral.brightness, like: change.tilt, atLeast: 0.5, "the colour brightens (dB)")
        #expect(portrait.peak < 0.999)
    }

    @Test(arguments: ["rms", "kal16", "en-us", "vi"])
    func `an emotion goes on top of what is asked for`(voice: String) async throws {
        let text = Texts.sentence(for: voice)
        let prosody = Prosody(speed: 0.7, pitch: 4)
        let neutral = try await Spoken(text, voice: voice, prosody: prosody)
        let sad = try await Spoken(text, voice: voice, prosody: prosody, emotion: .chosen(.sad))
        #expect(sad.narration.duration > neutral.narration.duration * 1.1)
        let pitches = (neutral: PitchTrack(try neutral.recording(sampleRate: 8000)), sad: PitchTrack(try sad.recording(sampleRate: 8000)))
        #expect(pitches.sad.median < pitches.neutral.median * 0.97)
        let soft = try await Spoken(text, voice: voice, prosody: prosody, volume: 0.5, emotion: .chosen(.sad))
        let difference = try #require(try sad.recording().loudness) - #require(try soft.recording().loudness)
        #expect((4...6.5).contains(difference))
    }

    @Test(arguments: ["slt", "en-us", "cmn"])
    func `a text's punctuation chooses its emotion`(voice: String) async throws {
        let text = voice == "cmn" ? "什么？！" : "You did what?!"
        let automatic = try await Spoken(text, voice: voice, emotion: .automatic)
        #expect(automatic.request.emotionUsed == .surprised)
        #expect(automatic.bytes == (try await Spoken(text, voice: voice, emotion: .chosen(.surprised))).bytes)
        #expect(automatic.bytes != (try await Spoken(text, voice: voice)).bytes)
    }

    @Test(arguments: ["slt", "kal16", "en-us"])
    func `an emotion leaves every word in its place`(voice: String) async throws {
        let text = Texts.paragraph
        let spoken = try await Spoken(text, voice: voice, prosody: Prosody(speed: 2), emotion: .chosen(.surprised))
        #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: text))
        #expect(zip(spoken.narration.words, spoken.narration.words.dropFirst()).allSatisfy { $0.end <= $1.start })
    }

    @Test(arguments: ["slt", "kal16", "en-us"])
    func `the same emotion gives the same bytes`(voice: String) async throws {
        let first = try await Spoken("Hello there, nobody.", voice: voice, format: .mp3, emotion: .chosen(.fearful))
        let second = try await Spoken("Hello there, nobody.", voice: voice, format: .mp3, emotion: .chosen(.fearful))
        #expect(first.bytes == second.bytes)
    }
}
