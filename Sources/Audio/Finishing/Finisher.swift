import Speech

/// Makes a finished file of an engine's samples in one pass: effects, gain, limiter, encoder.
///
/// A finisher is used by one thread at a time. After an error it takes no more audio.
public final class Finisher {
    /// The loudness that speech is brought to where nothing else is asked for, in LUFS: what podcasts are published at.
    public static let defaultLoudness = -16.0
    /// The most that speech is amplified by, in dB: what is softer than that is noise.
    public static let maximumGain = 30.0

    /// Samples worked on at a time.
    private static let blockSize = 4096

    /// Samples written so far, at the encoding's sample rate; complete after ``finish()``.
    public var sampleCount: Int { encoder.sampleCount }

    private let encoder: AudioEncoder
    private let limiter: Limiter
    private let effects: VoiceEffectChain?
    private let gain: Float
    private let block: UnsafeMutableBufferPointer<Float>
    private let amplified: UnsafeMutableBufferPointer<Float>

    /// A finisher into a receiver.
    ///
    /// - Parameters:
    ///   - encoding: the format, its sample rate and its bit rate.
    ///   - inputSampleRate: samples a second of what will be put in, 4000 to 192 000.
    ///   - effects: what is done to the voice; nil for nothing. What they let ring on is added to the end.
    ///   - gain: what every sample is multiplied by, behind the effects: finite and above 0.
    ///   - sink: gets each piece of the file. What it throws comes out of the call that was under way.
    /// - Throws: ``AudioEncodingError``.
    public init(
        encoding: AudioEncoding, inputSampleRate: Int, effects: VoiceEffects? = nil, gain: Float = 1,
        sink: @escaping (EncodedBytes) throws -> Void
    ) throws {
        guard gain.isFinite, gain > 0 else { throw AudioEncodingError.unusableGain(gain) }
        encoder = try AudioEncoder(encoding: encoding, inputSampleRate: inputSampleRate, sink: sink)
        limiter = Limiter(sampleRate: inputSampleRate, limitsTruePeaks: true)
        self.effects = effects.map { VoiceEffectChain($0, sampleRate: inputSampleRate) }
        self.gain = gain
        block = .allocate(capacity: Self.blockSize)
        amplified = .allocate(capacity: Self.blockSize)
    }

    deinit {
        block.deallocate()
        amplified.deallocate()
    }

    /// Adds samples at the input's rate.
    ///
    /// - Parameter samples: any number of them.
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func write(_ samples: UnsafeBufferPointer<Int16>) throws {
        var start = 0
        while start < samples.count {
            let count = min(Self.blockSize, samples.count - start)
            for index in 0..<count {
                block[index] = Float(samples[start + index]) * (1 / 32_768)
            }
            try change(count)
            start += count
        }
    }

    /// Adds samples at the input's rate.
    ///
    /// - Parameter samples: any number of them.
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func write(_ samples: [Int16]) throws {
        try samples.withUnsafeBufferPointer { try write($0) }
    }

    /// Writes what is still held back and completes the file. It is the last call.
    ///
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func finish() throws {
        try effects?.finish { try limit($0) }
        try limiter.finish { try encoder.encode($0) }
        try encoder.finish()
    }

    /// Has the block's first samples pass through the effects.
    private func change(_ count: Int) throws {
        let samples = UnsafeBufferPointer(rebasing: block[..<count])
        guard let effects else { return try limit(samples) }
        try effects.process(samples) { try limit($0) }
    }

    /// Amplifies at most a block of samples, and has them pass through limiter and encoder.
    private func limit(_ samples: UnsafeBufferPointer<Float>) throws {
        for index in samples.indices { amplified[index] = samples[index] * gain }
        try limiter.limit(UnsafeBufferPointer(rebasing: amplified[..<samples.count])) { try encoder.encode($0) }
    }
}
