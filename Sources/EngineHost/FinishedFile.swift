import Audio
import EngineProtocol
import Speech

/// The file that samples become: given their effects, brought to the usual loudness, limited, encoded, and sent piece by piece.
final class FinishedFile {
    private let finisher: Finisher
    private let encoding: AudioEncoding
    private let size: FileSize

    /// How far the encoder has come, counted where its pieces pass.
    private final class FileSize {
        var bytes = 0
    }

    /// - Parameter loudness: How loud all the samples are that will be written, behind their effects.
    init(sampleRate: Int, loudness: Loudness, finishing: Finishing, channel: FrameChannel) throws {
        let size = FileSize()
        let gain = Finisher.gain(for: loudness) * Float(finishing.volume)
        // A gain of nothing would be no gain: at this one, full scale rounds to silence.
        finisher = try Finisher(
            encoding: finishing.encoding, inputSampleRate: sampleRate, effects: finishing.effects, gain: max(gain, 1e-6)
        ) { piece in
            size.bytes = max(size.bytes, piece.offset + piece.bytes.count)
            try channel.write(.encoded(piece.bytes, at: piece.offset))
        }
        encoding = finishing.encoding
        self.size = size
    }

    /// Adds samples.
    func write(_ samples: UnsafeBufferPointer<Int16>) throws {
        try finisher.write(samples)
    }

    /// Completes the file.
    func finish() throws -> FinishedReport {
        try finisher.finish()
        return FinishedReport(duration: Double(finisher.sampleCount) / Double(encoding.sampleRate), size: size.bytes)
    }
}
