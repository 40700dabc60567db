import Speech

/// Measures how loud audio will be once effects are put on it.
///
/// What rings on behind the end does not count: it belongs to the time of what follows.
public struct VoiceEffectMeter {
    private var meter: LoudnessMeter
    private let chain: VoiceEffectChain?
    /// Samples that were taken and not measured yet.
    private var missing = 0

    /// A meter for a rate.
    ///
    /// - Parameters:
    ///   - effects: what will be done to the audio; nil for nothing.
    ///   - sampleRate: samples a second, at least 4000: less is taken for 4000.
    public init(effects: VoiceEffects?, sampleRate: Int) {
        meter = LoudnessMeter(sampleRate: sampleRate)
        chain = effects.map { VoiceEffectChain($0, sampleRate: sampleRate) }
    }

    /// Measures 16-bit samples.
    ///
    /// - Parameter samples: any number of them; they continue the ones before.
    public mutating func measure(_ samples: UnsafeBufferPointer<Int16>) {
        guard let chain else { return meter.measure(samples) }
        missing += samples.count
        chain.process(samples) { affected in
            meter.measure(affected)
            missing -= affected.count
        }
    }

    /// Ends the measurement and returns all of it. It is the last call.
    public mutating func finish() -> Loudness {
        chain?.finish { affected in
            let count = min(missing, affected.count)
            meter.measure(UnsafeBufferPointer(rebasing: affected[..<count]))
            missing -= count
        }
        return meter.finish()
    }
}
