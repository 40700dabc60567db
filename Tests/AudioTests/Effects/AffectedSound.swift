import Audio
import Speech

/// What a voice effect makes of samples.
struct AffectedSound {
    /// All that came out.
    let samples: [Float]
    /// How many of them, at the end, are what rings on.
    let tail: Int

    init(_ input: [Float], _ effects: VoiceEffects, sampleRate: Int, partSizes: [Int] = [100_000]) {
        let chain = VoiceEffectChain(effects, sampleRate: sampleRate)
        var output: [Float] = []
        var (start, turn) = (0, 0)
        while start < input.count {
            let end = min(input.count, start + partSizes[turn % partSizes.count])
            input[start..<end].withUnsafeBufferPointer { part in
                chain.process(part) { output.append(contentsOf: $0) }
            }
            (start, turn) = (end, turn + 1)
        }
        chain.finish { output.append(contentsOf: $0) }
        samples = output
        tail = chain.tail
    }

    /// One effect each, at its full strength, with a name for it.
    static let single: [(name: String, effects: VoiceEffects)] = [
        ("deepen", VoiceEffects(deepenLighten: -100)), ("lighten", VoiceEffects(deepenLighten: 100)),
        ("stronger", VoiceEffects(strongerSofter: -100)), ("softer", VoiceEffects(strongerSofter: 100)),
        ("nasal", VoiceEffects(nasalCrisp: -100)), ("crisp", VoiceEffects(nasalCrisp: 100)),
        ("echo", VoiceEffects(spaciousEcho: true)), ("telephone", VoiceEffects(lofiTelephone: true)),
        ("robotic", VoiceEffects(robotic: true)), ("auditorium", VoiceEffects(auditoriumEcho: true)),
    ]

    /// All effects at once, at either end of their strengths.
    static let combined = [-100.0, 100].map {
        VoiceEffects(
            deepenLighten: $0, strongerSofter: $0, nasalCrisp: $0, spaciousEcho: true, lofiTelephone: true, robotic: true, auditoriumEcho: true)
    }
}
