import Glibc

/// Single echoes, as from a far wall: every quarter of a second another, each softer and duller than the one before.
///
/// A delay with feedback through a low-pass (U. Zölzer, "DAFX: Digital Audio Effects", 2nd edition, 2011, chapter 2.6).
final class Echo: AudioEffect {
    let tail: Int

    /// From one echo to the next, in seconds.
    private static let interval = 0.25
    /// The first echo, to the voice itself: -6 dB.
    private static let level: Float = 0.5
    /// An echo, to the one before it: -7 dB.
    private static let feedback: Float = 0.45
    /// Above it each echo loses more, in Hz.
    private static let cutoff = 3500.0
    /// Less than anything that is heard; keeps what fades out from getting so small that the processor slows down.
    private static let bias: Float = 1e-18

    private let line: DelayLine
    private let buffer: UnsafeMutableBufferPointer<Float>
    /// The part of the way to the next sample that the low-pass goes.
    private let damping: Float
    private var damped: Float = 0

    init(sampleRate: Int) {
        line = DelayLine(length: Int(Self.interval * Double(sampleRate)))
        buffer = .allocate(capacity: line.length)
        damping = Float(1 - exp(-2 * Double.pi * Self.cutoff / Double(sampleRate)))
        // Until the echo that is 60 dB down has been heard.
        let echoes = 1 + (log(0.001 / Double(Self.level)) / log(Double(Self.feedback))).rounded(.up)
        tail = Int(echoes) * line.length
    }

    deinit {
        buffer.deallocate()
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        var start = 0
        while start < samples.count {
            let count = min(samples.count - start, line.length)
            echo(UnsafeMutableBufferPointer(rebasing: samples[start..<start + count]))
            start += count
        }
    }

    private func echo(_ samples: UnsafeMutableBufferPointer<Float>) {
        line.read(samples.count, into: buffer.baseAddress!)
        var damped = damped
        for index in samples.indices {
            damped += damping * (buffer[index] - damped)
            buffer[index] = samples[index] + Self.feedback * damped + Self.bias
            samples[index] += Self.level * damped
        }
        self.damped = damped
        line.write(samples.count, from: buffer.baseAddress!)
    }
}
