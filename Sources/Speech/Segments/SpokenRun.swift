/// A stretch of text that one voice of one engine speaks.
public struct SpokenRun: Sendable, Codable, Hashable {
    /// The stretch, in UTF-8 bytes from the text's start.
    public var range: Range<Int>
    /// What speaks it.
    public var voice: EngineVoice

    /// The stretch `range` (UTF-8 bytes), spoken by `voice`.
    public init(range: Range<Int>, voice: EngineVoice) {
        self.range = range
        self.voice = voice
    }
}
