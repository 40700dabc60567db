/// Cuts what arrives on a pipe into frames, however it was split on the way.
public struct FrameParser: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0

    /// A parser that has seen nothing yet.
    public init() {}

    /// Whether it holds a part of a frame.
    public var isInMidFrame: Bool {
        start < buffer.count
    }

    /// Takes the next bytes.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// The next whole frame; nil when more bytes are needed.
    ///
    /// - Throws: ``FrameError`` for a kind that there is not and for a payload over the limit.
    public mutating func next() throws(FrameError) -> Frame? {
        guard buffer.count - start >= 5 else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(buffer[start + $1]) << (8 * $1) }
        guard length <= Frame.payloadLimit else { throw .tooLong(length) }
        guard let kind = Frame.Kind(rawValue: buffer[start + 4]) else { throw .unknownKind(buffer[start + 4]) }
        guard buffer.count - start >= 5 + length else { return nil }
        let payload = Array(buffer[(start + 5)..<(start + 5 + length)])
        start += 5 + length
        return Frame(kind, payload)
    }
}
