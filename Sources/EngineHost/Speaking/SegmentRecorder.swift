import Audio
import EngineProtocol
import Speech

/// Has a segment's runs spoken one behind the other, with silences where it has pauses, and keeps what they sound like, when their words are heard, and
/// how loud they are.
final class SegmentRecorder: SpeechSink {
    /// The samples, at the segment's rate.
    private(set) var samples: [Int16] = []
    private let segment: SegmentRequest
    private let change: ProsodyChange
    private let deliver: (UnsafeBufferPointer<Int16>) throws -> Void
    private var marks: [SpokenMark] = []
    private var silences: [HeardSilence] = []
    private var meter: VoiceEffectMeter
    private var quality: VoiceQuality
    private var run = Run(offset: 0, firstSample: 0)
    /// What makes the run's voice sound like somebody else.
    private var mapper: EnvelopeMapper?

    /// The run that is being spoken.
    private struct Run {
        /// Where its text begins in the segment's, in UTF-8 bytes.
        var offset: Int
        /// Its first sample in the segment.
        var firstSample: Int
        /// What speaks it, and at what rate.
        var engine = EngineVoice.Engine.espeak
        var rate = 0
        /// Whether its first sound comes at once, and whether nothing comes behind its last.
        var trimsStart = false
        var trimsEnd = false
        /// What waits for the run's end, because it will be trimmed or converted, and its rate.
        var held: [Int16] = []
        var heldRate: Int?
        /// Its words, in its own text and samples.
        var marks: [SpokenMark] = []
    }

    /// - Parameter deliver: Is given the samples as they are made.
    init(segment: SegmentRequest, deliver: @escaping (UnsafeBufferPointer<Int16>) throws -> Void = { _ in }) {
        self.segment = segment
        self.deliver = deliver
        change = segment.emotion.prosodyChange
        meter = VoiceEffectMeter(effects: segment.effects, sampleRate: segment.sampleRate)
        quality = VoiceQuality(sampleRate: segment.sampleRate, tilt: change.tilt, breathiness: change.breathiness)
    }

    /// Has every run spoken.
    func record(with engines: Engines) throws {
        if segment.followsPause { silences.append(HeardSilence(position: 0, time: 0..<0)) }
        var isAfterPause = segment.followsPause
        for part in segment.parts {
            switch part {
            case .pause(let pause):
                try keep(pause)
                isAfterPause = true
            case .run(let spoken, let end):
                let first = samples.count
                try speak(spoken, end, isAfterPause: isAfterPause, with: engines)
                isAfterPause = isAfterPause && samples.count == first
            }
        }
    }

    /// What there is to say of the segment, once it is recorded.
    func report() -> SpokenReport {
        let words = WordAligner.timings(of: TextBoundaries.words(in: segment.text), marks: marks, sampleRate: segment.sampleRate)
        let refined = OnsetFinder(samples: samples, sampleRate: segment.sampleRate).refined(words)
        return SpokenReport(
            sampleRate: segment.sampleRate, sampleCount: samples.count, words: silences.reduce(refined) { $1.parting($0) },
            loudness: meter.finish())
    }

    func take(_ samples: UnsafeBufferPointer<Int16>, sampleRate: Int) throws {
        guard let profile = segment.profile else { return try accept(samples, sampleRate: sampleRate) }
        let mapper = mapper ?? EnvelopeMapper(profile.map(for: run.engine), sampleRate: sampleRate)
        self.mapper = mapper
        run.rate = sampleRate
        try mapper.process(samples) { try accept($0, sampleRate: sampleRate) }
    }

    private func accept(_ samples: UnsafeBufferPointer<Int16>, sampleRate: Int) throws {
        if sampleRate == segment.sampleRate, !run.trimsStart, !run.trimsEnd {
            try keep(samples)
        } else {
            run.held.append(contentsOf: samples)
            run.heldRate = sampleRate
        }
    }

    func take(_ mark: SpokenMark) {
        run.marks.append(mark)
    }

    private func speak(_ spoken: SpokenRun, _ end: SegmentPart.RunEnd, isAfterPause: Bool, with engines: Engines) throws {
        run = Run(offset: spoken.range.lowerBound, firstSample: samples.count, trimsStart: isAfterPause, trimsEnd: end != .speech)
        run.engine = spoken.voice.engine
        mapper = nil
        let isLast = spoken.range.upperBound == segment.text.utf8.count
        let utterance = Utterance(
            text: Self.text(segment.text.utf8Slice(spoken.range), end), voice: spoken.voice.name, timbre: spoken.voice.timbre,
            prosody: segment.prosody.changed(by: change), contour: change.contour, isContinued: segment.isContinued || !isLast)
        try engines.engine(for: spoken.voice).speak(utterance, into: self)
        try mapper?.finish { try accept($0, sampleRate: run.rate) }
        try finishRun()
    }

    /// What is spoken of a run: before a pause in the midst of a sentence, a comma has the voice rise, as a speaker's does who will go on.
    private static func text(_ run: Substring, _ end: SegmentPart.RunEnd) -> String {
        guard end == .pauseInSentence, let last = run.last(where: { !$0.isWhitespace }), last.isLetter || last.isNumber else { return String(run) }
        return run + ","
    }

    private func keep(_ new: UnsafeBufferPointer<Int16>) throws {
        try quality.apply(to: new) { new in
            samples.append(contentsOf: new)
            meter.measure(new)
            try deliver(new)
        }
    }

    private func keep(_ pause: Pause) throws {
        let silence = [Int16](repeating: 0, count: (pause.milliseconds * segment.sampleRate + 500) / 1000)
        let start = Double(samples.count) / Double(segment.sampleRate)
        try silence.withUnsafeBufferPointer { silence in
            samples.append(contentsOf: silence)
            meter.measure(silence)
            try deliver(silence)
        }
        let end = Double(samples.count) / Double(segment.sampleRate)
        silences.append(HeardSilence(position: pause.range.upperBound, time: start..<end))
    }

    /// Brings what the run left to the segment's text and rate.
    private func finishRun() throws {
        let scale = run.heldRate.map { Double(segment.sampleRate) / Double($0) } ?? 1
        var held = try run.heldRate.map { try SampleRateConversion.convert(run.held, from: $0, to: segment.sampleRate) } ?? []
        let kept = trimmed(held)
        marks += run.marks.map { mark in
            let lower = run.firstSample + max(0, Int(Double(mark.samples.lowerBound) * scale) - kept.lowerBound)
            let upper = run.firstSample + max(0, Int(Double(mark.samples.upperBound) * scale) - kept.lowerBound)
            return SpokenMark(range: mark.range.lowerBound + run.offset..<mark.range.upperBound + run.offset, samples: lower..<max(lower, upper))
        }
        if kept.upperBound < held.count { Self.fadeOut(&held, to: kept) }
        try held.withUnsafeBufferPointer { try keep(UnsafeBufferPointer(rebasing: $0[kept])) }
    }

    /// Lets a sound that is cut off run out within 3 ms, so that the cut does not click.
    private static func fadeOut(_ samples: inout [Int16], to kept: Range<Int>) {
        let length = min(kept.count, 66)
        for index in 0..<length {
            let sample = kept.upperBound - 1 - index
            samples[sample] = Int16(Int(samples[sample]) * index / length)
        }
    }

    /// What is heard of a run's samples: without the engine's own silence where a pause is beside it.
    private func trimmed(_ held: [Int16]) -> Range<Int> {
        guard run.trimsStart || run.trimsEnd else { return held.indices }
        guard let sound = SilenceGate(samples: held, sampleRate: segment.sampleRate).sound else { return 0..<0 }
        return (run.trimsStart ? sound.lowerBound : 0)..<(run.trimsEnd ? sound.upperBound : held.count)
    }
}
