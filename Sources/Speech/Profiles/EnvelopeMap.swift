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

    /// The part of the way that unvoiced sounds are brought to the speaker's own: 0 to 1.
    private static let unvoicedShare: Float = 0.35

    /// The map from an engine's voice to a speaker, which leaves the level as the engine has it.
    ///
    static func between(_ engine: SpeakerMeasures, and speaker: SpeakerMeasures) -> EnvelopeMap {
        let level = engine.level - speaker.level
        let voiced = engine.voiced.transport(to: speaker.voiced, level: level)
        let unvoiced = engine.unvoiced.transport(to: speaker.unvoiced, level: level)
        let (high, low) = (engine.voiced, engine.unvoiced)
        let reach = 3.0
        let lowest = min(high.mean[0] - reach * high.levelDeviation, low.mean[0] - reach * low.levelDeviation)
        let highest = max(high.mean[0] + reach * high.levelDeviation, low.mean[0] + reach * low.levelDeviation)
        return EnvelopeMap(
            voicing: VoicingRule(voiced: high, unvoiced: low), voiced: voiced, unvoiced: unvoiced, levels: Float(lowest)...Float(max(lowest, highest))
        )
    }

    /// The map from an engine's voice to a speaker in which consonants stay clear.
    ///
    /// Unvoiced sounds go a third of the way to the speaker's, and for the rest get the filter that voiced ones get: what is unvoiced in a recording is
    /// the room and its echo, too, in which consonants would be lost. For the same reason they become no softer beside voiced ones than the engine's.
    static func clear(between engine: SpeakerMeasures, and speaker: SpeakerMeasures) -> EnvelopeMap {
        var map = between(engine, and: speaker)
        let softening = (speaker.voiced.meanLevel - engine.voiced.meanLevel) - (speaker.unvoiced.meanLevel - engine.unvoiced.meanLevel)
        map.unvoiced = engine.voiced.shift(to: speaker.voiced, level: engine.level - speaker.level)
            .mixed(with: map.unvoiced.raised(by: max(0, softening)), share: unvoicedShare)
        return map
    }

    /// The map that goes a part of the way.
    ///
    /// - Parameter share: How much of it: 0 to 1.
    func keeping(_ share: Double) -> EnvelopeMap {
        var kept = self
        kept.voiced = AffineMap.identity.mixed(with: voiced, share: Float(share))
        kept.unvoiced = AffineMap.identity.mixed(with: unvoiced, share: Float(share))
        return kept
    }

    /// The map, louder or softer.
    ///
    /// - Parameter level: What is added, in natural logarithms of power.
    public func raised(by level: Double) -> EnvelopeMap {
        var raised = self
        raised.voiced = voiced.raised(by: level)
        raised.unvoiced = unvoiced.raised(by: level)
        return raised
    }
}
