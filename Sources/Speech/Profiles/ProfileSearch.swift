import Foundation

/// Looks for the engines' voices and settings that come nearest to a speaker: analysis by synthesis (C. Bell and others, "Reduction of speech spectra by
/// analysis-by-synthesis techniques", 1961).
///
/// It says which voice to try, is told what that sounded like, and says the next, until there is none. It starts with every base voice as it is,
/// brings its pitch, its range and its pace to the speaker's, then moves espeak-ng's formants as long as that brings it nearer. A voice is near whose
/// envelopes, once they are mapped, follow each other as the speaker's do, whose throat and mouth are as long, and whose pitch is moved little.
public struct ProfileSearch: Sendable {
    /// What is tried next.
    private var waiting: [Trial]
    private var underWay: Trial?
    /// What was tried once its pitch was right, with its distance.
    private var tried: [(trial: Trial, measures: SpeakerMeasures, distance: Double)] = []
    private let target: SpeakerMeasures
    /// How the speaker's envelopes follow each other.
    private let motion: EnvelopeStatistics

    private struct Trial: Sendable {
        var voice: EngineVoice
        /// How often its pitch has been brought nearer.
        var adjustments = 0
        /// In which direction its formants were moved: times so much.
        var formantStep: Double?
    }

    /// The voices that it starts with: Flite's three for English, and espeak-ng for what is not English.
    static let bases = [
        EngineVoice(engine: .flite, name: "rms"), EngineVoice(engine: .flite, name: "slt"), EngineVoice(engine: .flite, name: "awb"),
        EngineVoice(engine: .espeak, name: "en-us"),
    ]
    /// By how much the formants are moved at a time, up and down.
    private static let formantSteps = [1.06, 1 / 1.06]
    /// How often a voice's pitch is set.
    private static let adjustments = 2
    /// What a semitone counts for by which a voice is moved from its own pitch: one far from its own does not become a voice.
    private static let pitchCost = 0.25
    /// What a semitone counts for that lies between the third formants. Of all that is measured they tell best how long somebody's throat and mouth are, since
    /// they move least with what is said; a woman's voice with a man's pitch and colour does not become his, whom a man's that is raised comes near.
    private static let formantCost = 2.0
    /// By how much the pace may differ from the base voice's: what one can still follow.
    private static let rates = 0.85...1.18
    /// How much of a difference in pace is believed: syllables run together in a room's echo, and are counted as one.
    private static let paceTrust = 0.5

    /// A search for a speaker.
    public init(for target: SpeakerMeasures) {
        self.target = target
        motion = target.motion(through: nil)
        waiting = Self.bases.map { Trial(voice: $0) }
    }

    /// The next voice to try; nil when the search is over.
    public mutating func next() -> EngineVoice? {
        if underWay == nil, !waiting.isEmpty { underWay = waiting.removeFirst() }
        return underWay?.voice
    }

    /// Notes what the voice sounded like that was to be tried.
    public mutating func take(_ measures: SpeakerMeasures) {
        guard let trial = underWay else { return }
        underWay = nil
        if trial.adjustments < Self.adjustments {
            waiting.insert(adjusted(trial, measures), at: 0)
            return
        }
        let distance = distance(of: trial.voice, measures)
        let nearest = tried.filter { $0.trial.voice.engine == trial.voice.engine }.map(\.distance).min()
        tried.append((trial, measures, distance))
        if let step = trial.formantStep {
            // Farther in the same direction, as long as that helps.
            if let nearest, distance < nearest { waiting.insert(moved(trial, by: step), at: 0) }
        } else if !waiting.contains(where: { $0.formantStep == nil }) {
            // Not those of Flite's voices: the map brings them as near, and moved beforehand they come out less like the speaker.
            if let best = self.nearest(of: .espeak)?.trial { waiting += Self.formantSteps.map { moved(best, by: $0) } }
        }
    }

    /// What the search found; nil before every engine was tried.
    public func result() -> VoiceProfile? {
        guard let english = nearest(of: .flite), let others = nearest(of: .espeak) else { return nil }
        return VoiceProfile(speaker: SpeakerDescription(target), english: speaker(english), others: speaker(others))
    }

    private func speaker(_ found: (trial: Trial, measures: SpeakerMeasures, distance: Double)) -> ClonedSpeaker {
        ClonedSpeaker(voice: found.trial.voice, map: EnvelopeMap.clear(between: found.measures, and: target))
    }

    private func nearest(of engine: EngineVoice.Engine) -> (trial: Trial, measures: SpeakerMeasures, distance: Double)? {
        tried.filter { $0.trial.voice.engine == engine }.min { $0.distance < $1.distance }
    }

    /// A trial whose pitch, range and pace are as much nearer as `measures` say they have to be.
    private func adjusted(_ trial: Trial, _ measures: SpeakerMeasures) -> Trial {
        var adjusted = trial
        adjusted.adjustments += 1
        let timbre = trial.voice.timbre
        let hasPitch = target.pitch > 0 && measures.pitch > 0
        let hasSpread = target.pitchSpread > 0 && measures.pitchSpread > 0
        let hasPace = target.pace > 0 && measures.pace > 0
        adjusted.voice.timbre = Timbre(
            pitch: timbre.pitch + (hasPitch ? 12 * log2(target.pitch / measures.pitch) : 0),
            range: hasSpread ? timbre.range * target.pitchSpread / measures.pitchSpread : timbre.range,
            rate: hasPace ? (timbre.rate * pow(target.pace / measures.pace, Self.paceTrust)).clamped(to: Self.rates) : timbre.rate,
            formants: timbre.formants, breath: timbre.breath, roughness: timbre.roughness)
        return adjusted
    }

    private func moved(_ trial: Trial, by step: Double) -> Trial {
        var moved = trial
        let timbre = trial.voice.timbre
        moved.voice.timbre = Timbre(
            pitch: timbre.pitch, range: timbre.range, rate: timbre.rate, formants: timbre.formants * step, breath: timbre.breath,
            roughness: timbre.roughness)
        moved.formantStep = step
        return moved
    }

    private func distance(of voice: EngineVoice, _ measures: SpeakerMeasures) -> Double {
        let map = EnvelopeMap.between(measures, and: target)
        // The level is that of the engine; how loud the speaker is does not count.
        let spoken = measures.motion(through: map.raised(by: target.level - measures.level))
        return spoken.divergence(from: motion) + Self.pitchCost * abs(voice.timbre.pitch) + Self.formantCost * interval(to: measures)
    }

    /// How many semitones lie between the third formants; 0 where one has none.
    private func interval(to measures: SpeakerMeasures) -> Double {
        guard let wanted = target.formants.last, let found = measures.formants.last, wanted > 0, found > 0 else { return 0 }
        return abs(12 * log2(wanted / found))
    }
}
