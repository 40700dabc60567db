import EngineProtocol

/// Reads recordings one behind the other, as the frames that a host asks for: each one's bytes, and an empty frame behind them.
struct RecordingReader {
    private var rest: ArraySlice<any RecordingSource>
    private var offset = 0

    /// How much is read at a time, in bytes.
    private static let chunk = 1 << 20

    init(_ recordings: [any RecordingSource]) {
        rest = recordings[...]
    }

    /// The next frame.
    ///
    /// - Throws: What the recording throws.
    mutating func next() throws -> Frame {
        guard let recording = rest.first else { return Frame(.recording) }
        let wanted = min(Self.chunk, recording.size - offset)
        let piece = wanted > 0 ? try recording.read(at: offset, count: wanted) : []
        offset += piece.count
        if piece.isEmpty {
            rest.removeFirst()
            offset = 0
        }
        return Frame(.recording, piece)
    }
}
