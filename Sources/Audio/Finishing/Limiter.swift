import Glibc

/// A look-ahead peak limiter: keeps one channel of audio below a ceiling, and never clips.
///
/// The gain is set at the borders of blocks of about 1.25 ms and is a straight line between them. At a border it is at most what the loudest
/// sample of the blocks on both sides allows; that minimum is taken over the look-ahead of four blocks, released exponentially, and averaged
/// over four blocks, so that the gain is down, without a step, when the peak comes (the moving minimum and average of
/// Hämäläinen, "Smoothing of the control signal without clipped output in digital peak limiters", DAFx-02).
///
/// What comes out has as many samples as what went in, each at its place. Audio that stays below the ceiling passes unchanged, bit for bit.
public final class Limiter {
    /// The ceiling that leaves 1 dB for what a lossy format adds: -1 dB of full scale.
    public static let defaultCeiling: Float = 0.891_250_9
    /// Seconds in which the gain recovers by 63 % after a peak.
    public static let releaseTime = 0.075

    /// What no output sample exceeds, full scale at 1.
    public let ceiling: Float
    /// Samples that are held back: about 6 ms.
    public var latency: Int { (Self.lookAhead + 1) * blockSize }

    /// The look-ahead, and the attack, in blocks.
    private static let lookAhead = 4
    /// Samples taken at a time.
    private static let capacity = 4096

    private let truePeakMeter: TruePeakMeter?
    private let blockSize: Int
    /// The part of the way back to 1 that the gain goes in a block.
    private let release: Float

    /// Samples that were not handed out yet; the gain is applied in place.
    private let samples: UnsafeMutablePointer<Float>
    private var count = 0
    /// Samples of them whose block was looked at.
    private var analysed = 0

    /// What the last blocks allow, the newest last.
    private var allowed: (Float, Float, Float, Float, Float) = (1, 1, 1, 1, 1)
    /// The released minimum at the last borders, the newest last.
    private var released: (Float, Float, Float, Float) = (1, 1, 1, 1)
    /// The gain at the border where the next block to be handed out starts.
    private var gain: Float = 1
    /// Blocks looked at that were not handed out yet.
    private var waitingBlocks = 0

    /// A limiter for audio of a rate.
    ///
    /// - Parameters:
    ///   - sampleRate: samples a second.
    ///   - ceiling: what no output sample exceeds, above 0 and at most 1.
    ///   - limitsTruePeaks: whether it is kept between the samples, too, as far as can be told: what is amplified far beyond the ceiling would else
    ///     clip at another sample rate.
    public init(sampleRate: Int, ceiling: Float = Limiter.defaultCeiling, limitsTruePeaks: Bool = false) {
        self.ceiling = min(1, max(1e-6, ceiling))
        truePeakMeter = limitsTruePeaks ? TruePeakMeter() : nil
        // A multiple of 8, for the processor's vectors.
        blockSize = max(8, (min(sampleRate, 768_000) / 800 + 4) / 8 * 8)
        release = Float(1 - exp(-Double(blockSize) / (Double(max(1, sampleRate)) * Self.releaseTime)))
        samples = .allocate(capacity: Self.capacity + (Self.lookAhead + 2) * blockSize)
    }

    deinit {
        samples.deallocate()
    }

    /// Takes samples, and hands out those that are ready.
    ///
    /// - Parameters:
    ///   - input: any number of them; what is not a number becomes 0.
    ///   - body: gets the samples that are ready, in order; they are valid during the call.
    public func limit(_ input: UnsafeBufferPointer<Float>, _ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        var start = 0
        while start < input.count {
            let end = min(start + Self.capacity, input.count)
            take(UnsafeBufferPointer(rebasing: input[start..<end]))
            try emit(limitWholeBlocks(), body)
            start = end
        }
    }

    /// Hands out the samples that are held back, and starts afresh.
    ///
    /// - Parameter body: gets the samples; they are valid during the call.
    public func finish(_ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        let rest = count
        // Silence behind the end, so that every block has its look-ahead.
        let padded = (rest + blockSize - 1) / blockSize * blockSize + Self.lookAhead * blockSize
        (samples + rest).initialize(repeating: 0, count: padded - rest)
        count = padded
        _ = limitWholeBlocks()
        count = rest
        try emit(rest, body)
        reset()
    }

    private func reset() {
        count = 0
        analysed = 0
        waitingBlocks = 0
        allowed = (1, 1, 1, 1, 1)
        released = (1, 1, 1, 1)
        gain = 1
    }

    private func take(_ input: UnsafeBufferPointer<Float>) {
        let target = samples + count
        for index in 0..<input.count {
            let value = input[index]
            // False for what is not a number.
            target[index] = abs(value) < 1e6 ? value : 0
        }
        count += input.count
    }

    private func emit(_ ready: Int, _ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        guard ready > 0 else { return }
        try body(UnsafeBufferPointer(start: samples, count: ready))
        count -= ready
        analysed -= ready
        samples.update(from: samples + ready, count: count)
    }
}

extension Limiter {
    /// Looks at all whole blocks and applies the gain to those that have their look-ahead behind them.
    ///
    /// - Returns: the samples that are ready, from the first.
    private func limitWholeBlocks() -> Int {
        var ready = 0
        while count - analysed >= blockSize {
            let truePeakGain = truePeakGain(at: analysed)
            // What lies between samples may lie in the block before.
            allowed.4 = min(allowed.4, truePeakGain)
            let next = nextGain(allowing: min(peakGain(samples + analysed), truePeakGain))
            analysed += blockSize
            waitingBlocks += 1
            if waitingBlocks > Self.lookAhead {
                apply(from: gain, to: next, samples + ready)
                ready += blockSize
                waitingBlocks -= 1
            }
            gain = next
        }
        return ready
    }

    /// The gain that brings a block's loudest sample to the ceiling, at most 1.
    private func peakGain(_ block: UnsafeMutablePointer<Float>) -> Float {
        let peak = UnsafePointer(block).peak(blockSize)
        return peak > ceiling ? ceiling / peak : 1
    }

    /// The gain that brings what lies between the samples of a block to the ceiling, at most 1; some samples earlier, because those behind the block
    /// are not there yet. The look-ahead makes up for that.
    private func truePeakGain(at start: Int) -> Float {
        guard let truePeakMeter else { return 1 }
        let first = max(0, start - 2 * TruePeakMeter.reach + 1)
        let signal = UnsafeBufferPointer(start: samples + first, count: start + blockSize - first)
        // Speech has little near the highest frequencies: between its samples there is less than half as much again as at them.
        guard UnsafePointer(samples + first).peak(signal.count) * 1.5 > ceiling else { return 1 }
        let peak = truePeakMeter.peak(of: signal)
        return peak > ceiling ? ceiling / peak : 1
    }

    /// Moves the window on by a block.
    ///
    /// - Returns: the gain at the end of the block that is four blocks back.
    private func nextGain(allowing newest: Float) -> Float {
        allowed = (allowed.1, allowed.2, allowed.3, allowed.4, newest)
        // The border between the first two of these five blocks is the one whose look-ahead is complete.
        let minimum = min(min(min(allowed.0, allowed.1), min(allowed.2, allowed.3)), allowed.4)
        var value = min(minimum, released.3 + (1 - released.3) * release)
        // Exactly 1, at last, so that audio below the ceiling is left alone.
        if minimum == 1, value > 0.999 { value = 1 }
        released = (released.1, released.2, released.3, value)
        // Sums and quarters of ones are exact.
        return ((released.0 + released.1) + (released.2 + released.3)) * 0.25
    }

    private func apply(from start: Float, to end: Float, _ block: UnsafeMutablePointer<Float>) {
        guard start != 1 || end != 1 else { return }
        let step = (end - start) / Float(blockSize)
        for index in 0..<blockSize {
            let value = block[index] * (start + step * Float(index))
            // The gain keeps below the ceiling by itself, up to rounding.
            block[index] = max(-ceiling, min(ceiling, value))
        }
    }
}
