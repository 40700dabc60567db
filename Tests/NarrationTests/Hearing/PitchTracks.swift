import Speech
import TestSupport

/// The pitch of each voice and prosody, measured once for all tests.
actor PitchTracks {
    static let shared = PitchTracks()

    private struct Key: Hashable {
        var voice: String
        var prosody: Prosody
    }

    private var tracks: [Key: Task<PitchTrack, any Error>] = [:]

    /// The pitch in which a voice speaks its sentence.
    func track(of voice: String, _ prosody: Prosody) async throws -> PitchTrack {
        let key = Key(voice: voice, prosody: prosody)
        let task =
            tracks[key]
            ?? Task {
                PitchTrack(try await Spoken(Texts.sentence(for: voice), voice: voice, prosody: prosody).recording(sampleRate: 8000))
            }
        tracks[key] = task
        return try await task.value
    }
}
