/// The metal body of a robot, which rings at its pitch and all multiples of it, so that voiceless sounds have the pitch, too: a comb filter
/// (M. R. Schroeder, "Natural sounding artificial reverberation", 1962).
final class RobotResonance: AudioEffect {
    let tail: Int

    /// What comes back each period.
    private static let feedback: Float = 0.5
    /// Periods until that is 60 dB down.
    private static let ringing = 10
    /// Less than anything that is heard; keeps what fades out from getting so small that the processor slows down.
    private static let bias: Float = 1e-18

    private let line: DelayLine
    private let buffer: UnsafeMutableBufferPointer<Float>

    init(pitch: RobotPitch) {
        line = DelayLine(length: pitch.period)
        buffer = .allocate(capacity: pitch.period)
        tail = Self.ringing * pitch.period
    }

    deinit {
        buffer.deallocate()
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        var start = 0
        while start < samples.count {
            let count = min(line.length, samples.count - start)
            let part = samples.baseAddress! + start
            line.read(count, into: buffer.baseAddress!)
            for index in 0..<count { part[index] += Self.feedback * buffer[index] + Self.bias }
            line.write(count, from: part)
            start += count
        }
    }
}
