import Audio
import Foundation
import Narration
import TestSupport
import Testing

@testable import Speech

/// Cloning speakers of whom all is known: an engine's voices, changed by what is to be found again.
@Suite(.timeLimit(.minutes(3))) struct KnownSpeakerTests {
    private static let reference = """
        The mayor's daughter had never been fond of long journeys, but this one she looked forward to. Three coaches would bring the guests from the \
        valley, and a fourth one the musicians. In the kitchen they had been baking since dawn. Nobody could say who had first thought of it; by noon \
        the whole town was talking about nothing else, and even the old judge, who hated noise, had bought himself a new hat.
        """
    private static let other = """
        The old harbour lay quiet, and two small boats went out. Nobody saw them, for it was early, and a thick fog hid the shore.
        """

    /// A voice of an engine with a timbre.
    private static func voice(_ engine: EngineVoice.Engine, _ name: String, _ timbre: Timbre) throws -> Voice {
        var voice = try #require(VoiceCatalogue.system.voice("rms"))
        voice.base = EngineVoice(engine: engine, name: name, timbre: timbre)
        return voice
    }

    private static func measures(of spoken: Spoken) throws -> SpeakerMeasures {
        SpeakerAnalyser.measure(try spoken.recording(sampleRate: 16_000).samples, sampleRate: 16_000)
    }

    private static func semitones(_ value: Double, over other: Double) -> Double {
        12 * log2(value / other)
    }

    @Test(arguments: [
        (EngineVoice.Engine.espeak, "en-us", Timbre(pitch: -3, rate: 0.92, formants: 0.9)),
        (.flite, "slt", Timbre(pitch: -2, rate: 1.06, formants: 0.95)),
    ]) func `a synthetic speaker is found again`(engine: EngineVoice.Engine, name: String, timbre: Timbre) async throws {
        let plain = SpeakerDescription(try Self.measures(of: try await Spoken(Self.reference, by: Self.voice(engine, name, .plain))))
        let spoken = try await Spoken(Self.reference, by: Self.voice(engine, name, timbre))
        let profile = try await Cloner(pool: Hosts.pool).clone([RecordingBytes(spoken.bytes)]).profile
        let found = profile.speaker
        #expect(abs(Self.semitones(found.pitch, over: plain.pitch) - timbre.pitch) < 1)
        #expect(abs(found.pace / plain.pace / timbre.rate - 1) < 0.1)
        let (length, usual) = (try #require(found.vocalTractLength), try #require(plain.vocalTractLength))
        #expect(abs(usual / length / timbre.formants - 1) < 0.04)
        switch engine {
        case .espeak:
            let again = profile.others.voice.timbre
            #expect(abs(again.pitch - timbre.pitch) < 1)
            #expect(abs(again.rate / timbre.rate - 1) < 0.1)
            #expect(abs(again.formants / timbre.formants - 1) < 0.04)
        case .flite:
            #expect(profile.english.voice.name == name)
            #expect(abs(profile.english.voice.timbre.pitch - timbre.pitch) < 1)
        }
        let speaker = try Self.measures(of: spoken)
        let voice = Voice(cloned: profile, id: "known", name: "Known", language: .americanEnglish)
        let clone = try Self.measures(of: try await Spoken(Self.other, by: voice))
        let unlike = try Self.measures(of: try await Spoken(Self.other, voice: "rms"))
        #expect(abs(Self.semitones(clone.pitch, over: speaker.pitch)) < 1)
        #expect(abs(Self.semitones(unlike.pitch, over: speaker.pitch)) > 2)
        #expect(clone.voiced.divergence(from: speaker.voiced) < 0.5 * unlike.voiced.divergence(from: speaker.voiced))
    }
}
