import CFFmpeg

/// Writes bare 16-bit little-endian samples.
final class PCMWriter: SampleWriter {
    let sampleFormat = AV_SAMPLE_FMT_S16

    /// Bytes that are collected before they are handed on.
    private static let pieceSize = 32_768

    private let sink: (EncodedBytes) throws -> Void
    private var position = 0
    private var pending: [UInt8] = []

    /// A writer into a receiver.
    init(sink: @escaping (EncodedBytes) throws -> Void) {
        self.sink = sink
    }

    func write(_ samples: UnsafeRawPointer, count: Int) throws {
        // FFmpeg's samples have the machine's byte order, which is the little-endian one on what Swift runs on.
        pending.append(contentsOf: UnsafeRawBufferPointer(start: samples, count: count * 2))
        if pending.count >= Self.pieceSize { try flush() }
    }

    func finish() throws {
        if !pending.isEmpty { try flush() }
    }

    private func flush() throws {
        let piece = pending
        pending = []
        pending.reserveCapacity(2 * Self.pieceSize)
        try sink(EncodedBytes(offset: position, bytes: piece))
        position += piece.count
    }
}
