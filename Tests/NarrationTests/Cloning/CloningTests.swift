import Foundation
import Narration
import Speech
import TestSupport
import Testing

/// Speaking by a profile. That a clone is like its speaker is measured by `make bench-cloning`.
@Suite(.timeLimit(.minutes(3))) struct CloningTests {
    private static let text = "The old harbour lay quiet, and two small boats went out. Nobody saw them, for it was early."

    /// A profile that darkens what it is given.
    private static var profile: VoiceProfile {
        var map = AffineMap.identity
        map.offset[1] = 3
        let rule = VoicingRule(weights: Array(repeating: 0, count: EnvelopeScale.order), bias: 1)
        let envelopes = EnvelopeMap(voicing: rule, voiced: map, unvoiced: map, levels: -100...100).raised(by: -2)
        return VoiceProfile(
            speaker: SpeakerDescription(SpeakerMeasures()),
            english: ClonedSpeaker(voice: EngineVoice(engine: .flite, name: "rms", timbre: Timbre(pitch: 3)), map: envelopes),
            others: ClonedSpeaker(voice: EngineVoice(engine: .espeak, name: "en-us", timbre: Timbre(pitch: 3)), map: envelopes))
    }

    private static func speak(
        _ text: String, with voice: Voice, similarity: Double = 0.75
    ) async throws -> (narration: Narration, recording: Recording) {
        let spoken = try await Spoken(text, by: voice, delivery: Delivery(similarity: similarity))
        return (spoken.narration, try spoken.recording())
    }

    @Test(arguments: [("en-us", text), ("de", "Der Hafen lag still, und zwei Boote fuhren hinaus."), ("en-us", "Here is привет, a word.")])
    func `a profile is heard, and changes no word's time`(language: String, text: String) async throws {
        let language = try #require(SpokenLanguage(language))
        let mapped = Voice(cloned: Self.profile, id: "p", name: "P", language: language)
        var plain = mapped
        plain.profile = nil
        // A script that the voice does not speak is spoken by the profile's espeak-ng voice, with a timbre of its own.
        if mapped.base.engine == .flite, text.contains("привет") { plain.base = EngineVoice(engine: .flite, name: "rms", timbre: Timbre(pitch: 3)) }
        let (with, without) = (try await Self.speak(text, with: mapped), try await Self.speak(text, with: plain))
        #expect(with.narration.words.count == without.narration.words.count)
        #expect(with.recording.peak < 1)
        #expect(with.recording.samples != without.recording.samples)
        guard !text.contains("привет") else { return }
        #expect(with.narration.duration == without.narration.duration)
        // A word's start is moved to where its sound rises, which a filter may change by a little.
        for (word, other) in zip(with.narration.words, without.narration.words) { #expect(abs(word.end - other.end) < 0.02) }
    }

    @Test func `the more similarity is asked for, the more of the profile is heard`() async throws {
        let mapped = Voice(cloned: Self.profile, id: "p", name: "P", language: .americanEnglish)
        var plain = mapped
        plain.profile = nil
        let own = try await Self.speak(Self.text, with: plain).recording.samples
        func distance(_ similarity: Double) async throws -> Double {
            let samples = try await Self.speak(Self.text, with: mapped, similarity: similarity).recording.samples
            return zip(samples, own).reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
        }
        let (none, half, usual, most) = (try await distance(0), try await distance(0.375), try await distance(0.75), try await distance(1))
        #expect(none < 0.1 * half && half < 0.8 * usual && usual == most)
    }
}
