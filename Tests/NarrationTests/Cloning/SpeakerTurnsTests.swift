import Narration
import Speech
import TestSupport
import Testing

/// One voice or several, in a recording that is to be cloned.
@Suite(.timeLimit(.minutes(3))) struct SpeakerTurnsTests {
    private static let text = """
        The mayor's daughter had never been fond of long journeys, but this one she looked forward to. Three coaches would bring the guests from the \
        valley, and a fourth one the musicians. In the kitchen they had been baking since dawn, and nobody could say who had first thought of it.
        """

    /// Two voices, one after the other for four seconds each.
    private static func turns(_ first: Spoken, _ second: Spoken) throws -> RecordingBytes {
        let rate = 16_000
        let (one, other) = (try first.recording(sampleRate: rate).samples, try second.recording(sampleRate: rate).samples)
        let turns = stride(from: 0, to: min(one.count, other.count), by: 4 * rate).flatMap { start in
            [one, other].flatMap { $0[start..<min(start + 4 * rate, $0.count)] }
        }
        return RecordingBytes(WAVBuilder(sampleRate: rate, data: WAVBuilder.data(turns.map { Int16(32_000 * $0) })).bytes)
    }

    @Test(arguments: [("rms", "sarah"), ("mason", "ada")]) func `a man and a woman who speak by turns are refused`(
        man: String, woman: String
    ) async throws {
        let recording = try Self.turns(try await Spoken(Self.text, voice: man), try await Spoken(Self.text, voice: woman))
        let error = await #expect(throws: RecordingRefused.self, "\(man) and \(woman)") { try await Cloner(pool: Hosts.pool).inspect(recording) }
        #expect(error?.message == "Two people speak by turns in the recording: send one person speaking.")
    }

    @Test(arguments: ["rms", "slt", "ada"]) func `one voice is taken for one, whatever it feels`(voice: String) async throws {
        let emotions: [(Emotion, Emotion)] = [(.surprised, .disgusted), (.happy, .sad)]
        for (high, low) in emotions {
            let recording = try Self.turns(
                try await Spoken(Self.text, voice: voice, emotion: .chosen(high)), try await Spoken(Self.text, voice: voice, emotion: .chosen(low)))
            let (_, duration) = try await Cloner(pool: Hosts.pool).inspect(recording)
            #expect(duration > 15)
        }
    }
}
