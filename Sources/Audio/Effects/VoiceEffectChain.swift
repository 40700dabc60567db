import Speech

/// Puts the effects of a `VoiceEffects` on one channel of audio, in their order: pitch and formants, tone, telephone, rooms.
///
/// The speaker comes first, then what the voice is heard through, then the room in which that is heard, as in nature. What comes out begins with what goes in,
/// each sound at its place, and is longer by ``tail``. It is the same however the input is divided, it is not brought back to the input's loudness, and it
/// may exceed full scale: ``Finisher`` does both.
///
/// A chain is used by one thread at a time.
public final class VoiceEffectChain {
    /// How many samples come out behind the last that went in: what echoes take until they are 60 dB down.
    public let tail: Int

    /// Samples worked on at a time, always as many but at the end: so effects may step from block to block, and yet depend on nothing but the audio.
    private static let blockSize = 256

    private let stages: [any AudioEffect]
    private let latency: Int
    private let block: UnsafeMutableBufferPointer<Float>
    /// Samples that are in the block.
    private var filled = 0
    /// Samples that went in.
    private var taken = 0
    /// Samples that came out of the last stage.
    private var made = 0

    /// A chain for audio of a rate.
    ///
    /// - Parameters:
    ///   - effects: what is done.
    ///   - sampleRate: samples a second, at least 4000: less is taken for 4000.
    public init(_ effects: VoiceEffects, sampleRate: Int) {
        stages = Self.stages(effects, sampleRate: max(4000, sampleRate))
        latency = stages.reduce(0) { $0 + $1.latency }
        tail = stages.reduce(0) { $0 + $1.tail }
        block = .allocate(capacity: Self.blockSize)
    }

    deinit {
        block.deallocate()
    }

    private static func stages(_ effects: VoiceEffects, sampleRate: Int) -> [any AudioEffect] {
        var stages: [any AudioEffect] = []
        if effects.deepenLighten != 0 || effects.robotic {
            let size = SpeakerSize(deepenLighten: effects.deepenLighten)
            let robot = effects.robotic ? RobotPitch(size: size, sampleRate: sampleRate) : nil
            stages.append(VoiceShifter(size: size, robot: robot, sampleRate: sampleRate))
            if let robot { stages.append(RobotResonance(pitch: robot)) }
        }
        if effects.strongerSofter != 0 { stages.append(VocalEffort(strongerSofter: effects.strongerSofter, sampleRate: sampleRate)) }
        if effects.nasalCrisp != 0 { stages.append(Resonance(nasalCrisp: effects.nasalCrisp, sampleRate: sampleRate)) }
        if effects.presence { stages.append(Presence(sampleRate: sampleRate)) }
        if effects.lofiTelephone { stages.append(Telephone(sampleRate: sampleRate)) }
        if effects.spaciousEcho { stages.append(Echo(sampleRate: sampleRate)) }
        if effects.auditoriumEcho { stages.append(Auditorium(sampleRate: sampleRate)) }
        return stages
    }

    /// Takes samples, and hands out those that are ready.
    ///
    /// - Parameters:
    ///   - samples: any number of them, full scale at 1.
    ///   - body: gets the samples that are ready, in order; they are valid during the call.
    public func process(_ samples: UnsafeBufferPointer<Float>, _ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        try take(samples, { $0 }, body)
    }

    /// Takes 16-bit samples, and hands out those that are ready.
    ///
    /// - Parameters:
    ///   - samples: any number of them.
    ///   - body: gets the samples that are ready, in order, full scale at 1; they are valid during the call.
    public func process(_ samples: UnsafeBufferPointer<Int16>, _ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        try take(samples, { Float($0) * (1 / 32_768) }, body)
    }

    /// Hands out what is held back, and what rings on. It is the last call.
    ///
    /// - Parameter body: gets the samples; they are valid during the call.
    public func finish(_ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        let end = latency + taken + tail
        while made < end {
            let count = min(Self.blockSize, end - made)
            if filled < count { block[filled..<count].update(repeating: 0) }
            try run(count, body)
        }
    }

    @inline(__always)
    private func take<Sample>(
        _ samples: UnsafeBufferPointer<Sample>, _ value: (Sample) -> Float, _ body: (UnsafeBufferPointer<Float>) throws -> Void
    ) rethrows {
        var start = 0
        while start < samples.count {
            let count = min(Self.blockSize - filled, samples.count - start)
            for index in 0..<count {
                block[filled + index] = value(samples[start + index])
            }
            filled += count
            taken += count
            start += count
            if filled == Self.blockSize { try run(Self.blockSize, body) }
        }
    }

    /// Has the block pass through all stages, and hands it out but for what lies before the beginning.
    private func run(_ count: Int, _ body: (UnsafeBufferPointer<Float>) throws -> Void) rethrows {
        let samples = UnsafeMutableBufferPointer(rebasing: block[..<count])
        for stage in stages { stage.process(samples) }
        let early = min(count, max(0, latency - made))
        made += count
        filled = 0
        if early < count { try body(UnsafeBufferPointer(rebasing: samples[early...])) }
    }
}
