/// How the spectral envelope of what an engine speaks is made that of another speaker, moment by moment.
public struct EnvelopeMap: Sendable, Codable, Hashable {
    /// Which sounds are voiced.
    public var voicing: VoicingRule
    /// What becomes of voiced sounds.
    public var voiced: AffineMap
    /// What becomes of the others.
    public var unvoiced: AffineMap
    /// The first numbers of cepstra between which the map was learned; what is louder or softer is changed as what is nearest.
    public var levels: ClosedRange<Float>

    /// A map with everything given.
    public init(voicing: VoicingRule, voiced: AffineMap, unvoiced: AffineMap, levels: ClosedRange<Float>) {
        self.voicing = voicing
        self.voiced = voiced
        self.unvoiced = unvoiced
        self.levels = levels
    }

    /// The map from an engine's voice to a speaker, which leaves the level as the engine has it.
    ///
    /// - Parameter strength: How far each sound is brought to the speaker's, beyond what all have in common: 0 to 1.
    static func between(_ engine: SpeakerMeasures, and speaker: SpeakerMeasures, strength: Double) -> EnvelopeMap {
        let level = engine.level - speaker.level
        let voiced = engine.voiced.transport(to: speaker.voiced, level: level, strength: strength)
        let unvoiced = engine.unvoiced.transport(to: speaker.unvoiced, level: level, strength: strength)
        let (high, low) = (engine.voiced, engine.unvoiced)
        let reach = 3.0
        let lowest = min(high.mean[0] - reach * high.levelDeviation, low.mean[0] - reach * low.levelDeviation)
        let highest = max(high.mean[0] + reach * high.levelDeviation, low.mean[0] + reach * low.levelDeviation)
        return EnvelopeMap(
            voicing: VoicingRule(voiced: high, unvoiced: low), voiced: voiced, unvoiced: unvoiced, levels: Float(lowest)...Float(max(lowest, highest))
        )
    }

    /// The map, louder or softer.
    ///
    /// - Parameter level: What is added, in natural logarithms of power.
    public func raised(by level: Double) -> EnvelopeMap {
        var raised = self
        let change = Float(level * Double(EnvelopeScale.bandCount).squareRoot())
        raised.voiced.offset[0] += change
        raised.unvoiced.offset[0] += change
        return raised
    }
}
