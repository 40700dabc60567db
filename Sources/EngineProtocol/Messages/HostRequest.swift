/// What a host is asked to do; it does one thing at a time.
public enum HostRequest: Sendable, Codable, Hashable {
    /// Speak a segment, and answer its samples as they are made, then a ``SpokenReport``.
    case speak(SegmentRequest)
    /// Speak a text that is one segment, and answer the finished file, then a ``SpokenReport`` and a ``FinishedReport``.
    case speakAndFinish(SegmentRequest, Finishing)
    /// Ask for samples, finish them, and answer the file, then a ``FinishedReport``.
    case finish(FinishRequest)
    /// Ask for the bytes of recordings, measure who speaks in them, and answer a ``CloneReport``.
    case clone(CloneRequest)
    /// Ask for the bytes of a recording, check whether a speaker can be measured in it, and answer a ``RecordingReport``.
    case inspect(InspectRequest)
}
