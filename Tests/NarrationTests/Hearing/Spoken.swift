import EnginePool
import Narration
import Speech
import TestSupport
import Testing

/// A text that was spoken by hosts: what the narration says of it, and its file.
struct Spoken: Sendable {
    let request: SpeechRequest
    let narration: Narration
    let bytes: [UInt8]

    /// Has a text spoken.
    init(
        _ text: String, voice id: String, prosody: Prosody = .usual, volume: Double = 1, format: AudioFormat = .wav, effects: VoiceEffects? = nil,
        pauses: PauseSyntax = [], emotion: EmotionChoice = .chosen(.neutral), language: String? = nil, delivery: Delivery = .usual,
        pool: EnginePool = Hosts.pool, finishers: EnginePool? = nil, output: MemoryOutput = MemoryOutput(),
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws {
        let voice = try #require(VoiceCatalogue.system.voice(id))
        let folder = try TemporaryFolder()
        request = SpeechRequest(
            text: text, voiceID: id, prosody: prosody, volume: volume, encoding: .standard(format), effects: effects, pauses: pauses,
            emotion: emotion, language: language, delivery: delivery)
        narration = try await Narrator(pool: pool, finishers: finishers).narrate(
            request, voice: voice, spool: folder.url, into: output, progress: progress)
        bytes = output.bytes
    }

    /// Has a text spoken by a voice that no catalogue has.
    init(_ text: String, by voice: Voice, delivery: Delivery = .usual) async throws {
        let (output, folder) = (MemoryOutput(), try TemporaryFolder())
        request = SpeechRequest(text: text, voiceID: voice.id, encoding: .standard(.wav), delivery: delivery)
        narration = try await Narrator(pool: Hosts.pool).narrate(request, voice: voice, spool: folder.url, into: output)
        bytes = output.bytes
    }

    /// What a listener hears of it, by the decoder, at `sampleRate` or at the file's own.
    func recording(sampleRate: Int? = nil) throws -> Recording {
        try Recording(decoding: bytes, sampleRate: sampleRate ?? request.encoding.sampleRate)
    }
}
