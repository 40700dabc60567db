import EngineProtocol

/// Sends samples as frames: the first at once, so that whoever listens hears something, the others in larger pieces.
final class SampleStream {
    private let channel: FrameChannel
    private var pending: [UInt8] = []
    private var hasSent = false

    /// How many bytes a later frame has at least.
    private static let pieceSize = 1 << 15

    init(channel: FrameChannel) {
        self.channel = channel
    }

    /// Takes the next samples.
    func write(_ samples: UnsafeBufferPointer<Int16>) throws {
        pending.append(contentsOf: UnsafeRawBufferPointer(samples))
        if !hasSent || pending.count >= Self.pieceSize { try flush() }
    }

    /// Sends what waits.
    func flush() throws {
        guard !pending.isEmpty else { return }
        try channel.write(Frame(.samples, pending))
        pending.removeAll(keepingCapacity: true)
        hasSent = true
    }
}
