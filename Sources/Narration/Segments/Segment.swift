import EngineProtocol

/// A part of a text that is spoken at once.
struct Segment: Sendable, Hashable {
    /// Where it begins in the text, in UTF-8 bytes.
    var offset: Int
    /// What a host is asked to speak.
    var request: SegmentRequest
}
