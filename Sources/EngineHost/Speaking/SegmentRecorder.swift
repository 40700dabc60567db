import Audio
import EngineProtocol
import Speech

/// Has a segment's runs spoken one behind the other, and keeps what they sound like, when their words are heard, and how loud they are.
final class SegmentRecorder: SpeechSink {
    /// The samples, at the segment's rate.
    private(set) var samples: [Int16] = []
    private let segment: SegmentRequest
    private let deliver: (UnsafeBufferPointer<Int16>) throws -> Void
    private var marks: [SpokenMark] = []
    private var meter: VoiceEffectMeter
    private var run = Run(offset: 0, firstSample: 0)

    /// The run that is being spoken.
    private struct Run {
        /// Where its text begins in the segment's, in UTF-8 bytes.
        var offset: Int
        /// Its first sample in the segment.
        var firstSample: Int
        /// What an engine that speaks at another rate has spoken so far, and that rate.
        var foreign: [Int16] = []
        var rate: Int?
        /// Its words, in its own text and samples.
        var marks: [SpokenMark] = []
    }

    /// - Parameter deliver: Is given the samples as they are made.
    init(segment: SegmentRequest, deliver: @escaping (UnsafeBufferPointer<Int16>) throws -> Void = { _ in }) {
        self.segment = segment
        self.deliver = deliver
        meter = VoiceEffectMeter(effects: segment.effects, sampleRate: segment.sampleRate)
    }

    /// Has every run spoken.
    func record(with engines: Engines) throws {
        for (index, spoken) in segment.runs.enumerated() {
            let text = String(segment.text.utf8Slice(spoken.range))
            run = Run(offset: spoken.range.lowerBound, firstSample: samples.count)
            let utterance = Utterance(
                text: text, voice: spoken.voice.name, timbre: spoken.voice.timbre, prosody: segment.prosody,
                isContinued: segment.isContinued || index < segment.runs.count - 1)
            try engines.engine(for: spoken.voice).speak(utterance, into: self)
            try finishRun()
        }
    }

    /// What there is to say of the segment, once it is recorded.
    func report() -> SpokenReport {
        let words = WordAligner.timings(of: TextBoundaries.words(in: segment.text), marks: marks, sampleRate: segment.sampleRate)
        return SpokenReport(
            sampleRate: segment.sampleRate, sampleCount: samples.count,
            words: OnsetFinder(samples: samples, sampleRate: segment.sampleRate).refined(words), loudness: meter.finish())
    }

    func take(_ samples: UnsafeBufferPointer<Int16>, sampleRate: Int) throws {
        if sampleRate == segment.sampleRate {
            try keep(samples)
        } else {
            run.foreign.append(contentsOf: samples)
            run.rate = sampleRate
        }
    }

    func take(_ mark: SpokenMark) {
        run.marks.append(mark)
    }

    private func keep(_ new: UnsafeBufferPointer<Int16>) throws {
        samples.append(contentsOf: new)
        meter.measure(new)
        try deliver(new)
    }

    /// Brings what the run left to the segment's text and rate.
    private func finishRun() throws {
        let scale = run.rate.map { Double(segment.sampleRate) / Double($0) } ?? 1
        marks += run.marks.map { mark in
            let lower = run.firstSample + Int(Double(mark.samples.lowerBound) * scale)
            let upper = run.firstSample + Int(Double(mark.samples.upperBound) * scale)
            return SpokenMark(range: mark.range.lowerBound + run.offset..<mark.range.upperBound + run.offset, samples: lower..<max(lower, upper))
        }
        guard let rate = run.rate else { return }
        try SampleRateConversion.convert(run.foreign, from: rate, to: segment.sampleRate).withUnsafeBufferPointer { try keep($0) }
    }
}
