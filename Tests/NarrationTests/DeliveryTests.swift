import Foundation
import Speech
import TestSupport
import Testing

/// What the settings of a delivery do to the voices of the engines.
@Suite struct DeliveryTests {
    private static let voices = ["slt", "rms", "en-us", "en-us-female", "vi"]

    private func recording(_ voice: String, _ delivery: Delivery) async throws -> Recording {
        try await Spoken(Texts.sentence(for: voice), voice: voice, delivery: delivery).recording()
    }

    /// A voice's pitch. One that moves fast is a pitch, too: without it the farther part of a wide melody would be left out.
    private func track(_ voice: String, _ text: String, _ delivery: Delivery) async throws -> PitchTrack {
        let recording = try await Spoken(text, voice: voice, delivery: delivery).recording(sampleRate: 8000)
        return PitchTrack(recording.samples, sampleRate: recording.sampleRate, likeness: 0.45)
    }

    /// How far the voice's pitch moves, in semitones.
    private func spread(_ voice: String, _ delivery: Delivery) async throws -> Double {
        try await track(voice, Texts.sentence(for: voice), delivery).spread
    }

    /// The pitch in the middle, in Hz. A few sentences tell it: one may well lie a little higher or lower than its language does.
    private func median(_ voice: String, _ delivery: Delivery) async throws -> Double {
        try await track(voice, Texts.sentences(for: voice), delivery).median
    }

    @Test(arguments: voices)
    func `the less stable a voice is, the more its pitch varies`(voice: String) async throws {
        let spreads = [
            try await spread(voice, Delivery(stability: 0)), try await spread(voice, .usual), try await spread(voice, Delivery(stability: 1)),
        ]
        #expect(spreads[0] > spreads[1] * 1.15 && spreads[1] > spreads[2] * 1.15, "\(spreads) semitones")
    }

    @Test(arguments: voices)
    func `stability and style leave the pitch in the middle alone`(voice: String) async throws {
        let usual = try await median(voice, .usual)
        for delivery in [Delivery(stability: 0), Delivery(stability: 1), Delivery(style: 1)] {
            let changed = try await median(voice, delivery)
            #expect(abs(changed / usual - 1) < 0.02, "\(usual) Hz became \(changed) Hz")
        }
    }

    @Test(arguments: voices)
    func `the more style a voice has, the more expressive it is`(voice: String) async throws {
        let spreads = [try await spread(voice, .usual), try await spread(voice, Delivery(style: 1))]
        #expect(spreads[1] > spreads[0] * 1.15, "\(spreads) semitones")
    }

    @Test(arguments: voices)
    func `a boosted voice has more presence, at the same loudness`(voice: String) async throws {
        let (usual, boosted) = (try await recording(voice, .usual), try await recording(voice, Delivery(speakerBoost: true)))
        let spectra = [usual, boosted].map { Spectrum($0.samples, sampleRate: $0.sampleRate) }
        let gain = spectra[1].level(2000, 5000) - spectra[0].level(2000, 5000)
        #expect(gain > 2, "\(gain) dB more from 2 to 5 kHz")
        let change = try #require(boosted.loudness) - (try #require(usual.loudness))
        #expect(abs(change) < 0.5, "\(change) LU louder")
        #expect(boosted.duration == usual.duration && boosted.peak < 0.999)
    }

    @Test(arguments: ["slt", "en-us"])
    func `a voice that is no clone is what it is, however near it is to keep to its original`(voice: String) async throws {
        let (loose, close) = (try await recording(voice, Delivery(similarity: 0)), try await recording(voice, Delivery(similarity: 1)))
        #expect(loose.samples == close.samples)
    }

    @Test func `a usual delivery changes nothing`() {
        #expect(Delivery.usual.prosodyChange == .none)
        #expect(SpeechRequest(text: "One.", voiceID: "slt").deliveredEffects == nil)
    }
}
