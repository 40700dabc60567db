import TestSupport

extension PitchTrack {
    /// The pitch of a recording.
    init(_ recording: Recording) {
        self.init(recording.samples, sampleRate: recording.sampleRate)
    }
}
