import EnginePool
import EngineProtocol
import Foundation
import Speech

/// Turns a request into finished audio: splits the text, has its segments spoken side by side, and has the whole joined and encoded once.
///
/// A text of one segment is finished by the host that speaks it. The samples of a longer one wait in a spool on disk, so that memory does not grow with
/// the text, and so that a narration that was broken off goes on after its last whole segment.
public struct Narrator: Sendable {
    private let pool: EnginePool
    private let finishers: EnginePool?

    /// How much text is spoken at once, in UTF-8 bytes: enough that starting costs little, little enough that cores share a page.
    private static let segmentTarget = 500
    /// The longest stretch without a sentence's end that is spoken at once, in UTF-8 bytes.
    private static let segmentLimit = 1000

    /// How much speech tells how loud the rest of it will be, in seconds.
    private static let prelude = 20.0
    /// Which part of the work speaking is, where finishing comes after it.
    private static let speakingShare = 0.8
    /// How far a loudness that was foretold may be off, in LU.
    private static let loudnessTolerance = 0.5

    /// A narrator whose segments are spoken by the hosts of `pool`.
    ///
    /// - Parameter finishers: Hosts that finish a long text while `pool` still speaks it, which serves a single listener best; nil to have `pool`
    ///   finish it afterwards, which keeps all hosts of a busy server at work.
    public init(pool: EnginePool, finishers: EnginePool? = nil) {
        self.pool = pool
        self.finishers = finishers
    }

    /// Speaks `request` with `voice` into `output`.
    ///
    /// - Parameters:
    ///   - spool: A folder of this narration's own, for segments that wait; it is made when it is needed. What an earlier try left there is used.
    ///   - progress: Is told the part that is done, 0 to 1, never less than before.
    /// - Throws: ``NarrationError``, ``EnginesUnavailable``, `CancellationError`, and what `output` throws.
    public func narrate(
        _ request: SpeechRequest, voice: Voice, spool: URL, into output: any NarrationOutput,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> Narration {
        do {
            let segments = try Self.segments(of: request, voice: voice)
            let narration =
                segments.count == 1
                ? try await narrateAtOnce(segments[0], request: request, into: output)
                : try await narrateInParts(
                    segments, request: request, spool: SegmentSpool(folder: spool, segments: segments), into: output, progress: progress)
            guard !narration.words.isEmpty else { throw NarrationError("The voice \(voice.id) can speak nothing of this text.") }
            progress(1)
            return narration
        } catch let failure as HostFailure {
            throw NarrationError(failure.message)
        } catch let error as PauseError {
            throw NarrationError("The text \(error.message).")
        } catch let error as EnginePoolError {
            if case .hostDidNotStart = error { throw EnginesUnavailable(error.message) }
            throw NarrationError(error.message)
        }
    }

    private static func segments(of request: SpeechRequest, voice: Voice) throws(PauseError) -> [Segment] {
        let marked = try MarkedText(request.text, pauses: request.pauses)
        let plan = SilencePlan(marked)
        let emotion = request.emotionUsed
        let language = request.languageUsed(by: voice)
        let ranges = plan.fitted(
            SegmentPlan.segments(in: marked.plain, language: language, target: segmentTarget, limit: segmentLimit))
        return ranges.enumerated().map { index, range in
            let text = String(marked.plain.utf8Slice(range))
            let silences = plan.silences(in: range)
            return Segment(
                offset: range.lowerBound,
                request: SegmentRequest(
                    text: text, runs: SpokenRun.plan(for: text, voice: voice, language: language, silences: silences),
                    pauses: silences, followsPause: plan.endsSilence(at: range.lowerBound), sampleRate: voice.base.engine.sampleRate,
                    prosody: request.deliveredProsody, emotion: emotion, isContinued: index < ranges.count - 1, effects: request.deliveredEffects,
                    profile: request.deliveredProfile(of: voice)))
        }
    }

    private static func finishing(of request: SpeechRequest) -> Finishing {
        Finishing(
            encoding: request.encoding, volume: request.volume * pow(10, request.emotionUsed.prosodyChange.loudness / 20),
            effects: request.deliveredEffects)
    }

    private func narrateAtOnce(_ segment: Segment, request: SpeechRequest, into output: any NarrationOutput) async throws -> Narration {
        let work = HostRequest.speakAndFinish(segment.request, Self.finishing(of: request))
        let (spoken, finished) = try await pool.perform { channel in
            try output.restart()
            let spoken = try channel.exchange(work, awaiting: .spoken, SpokenReport.self, output: output)
            return (spoken, try channel.answer(awaiting: .finished, FinishedReport.self, output: output))
        }
        return Narration(words: spoken.words, duration: finished.duration, size: finished.size)
    }

    private func narrateInParts(
        _ segments: [Segment], request: SpeechRequest, spool: SegmentSpool, into output: any NarrationOutput,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Narration {
        try spool.prepare()
        let finishing = Self.finishing(of: request)
        let meter = ProgressMeter(weights: segments.map { $0.request.text.utf8.count }, share: Self.speakingShare, report: progress)
        let board = SegmentBoard(count: segments.count)
        async let early = finishEarly(finishing, spool: spool, board: board, into: output)
        let joined: JoinedSegments
        do {
            joined = JoinedSegments(segments: segments, reports: try await speak(segments, spool: spool, board: board, meter: meter))
        } catch {
            board.giveUp()
            throw error
        }
        var finished: FinishedReport
        if let (report, foretold) = try await early, Self.isNear(foretold, joined.loudness) {
            finished = report
        } else {
            finished = try await finish(finishing, loudness: joined.loudness, sampleRate: joined.sampleRate, spool: spool, board: board, into: output)
            {
                progress(Self.speakingShare + (1 - Self.speakingShare) * $0)
            }
        }
        return Narration(words: joined.words, duration: finished.duration, size: finished.size)
    }

    /// Finishes a text while it is spoken, at the loudness that its first seconds foretell; nil where there are no hosts for that.
    private func finishEarly(
        _ finishing: Finishing, spool: SegmentSpool, board: SegmentBoard, into output: any NarrationOutput
    ) async throws -> (FinishedReport, foretold: Loudness)? {
        guard let finishers else { return nil }
        return try await finishers.perform { channel in
            var loudness = Loudness()
            var seconds = 0.0
            var sampleRate = 0
            for index in 0..<board.count where seconds < Self.prelude {
                let report = try board.report(of: index)
                loudness.append(report.loudness)
                sampleRate = report.sampleRate
                seconds += Double(report.sampleCount) / Double(sampleRate)
            }
            return (try channel.finish(finishing, loudness: loudness, sampleRate: sampleRate, spool: spool, board: board, into: output), loudness)
        }
    }

    private func finish(
        _ finishing: Finishing, loudness: Loudness, sampleRate: Int, spool: SegmentSpool, board: SegmentBoard, into output: any NarrationOutput,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> FinishedReport {
        try await pool.perform { channel in
            try channel.finish(
                finishing, loudness: loudness, sampleRate: sampleRate, spool: spool, board: board, into: output, progress: progress)
        }
    }

    private static func isNear(_ foretold: Loudness, _ measured: Loudness) -> Bool {
        guard let foretold = foretold.integrated, let measured = measured.integrated else { return false }
        return abs(foretold - measured) <= loudnessTolerance
    }

    /// Has the segments spoken into the spool, as many at once as there are hosts, so that a long text leaves room for others.
    private func speak(_ segments: [Segment], spool: SegmentSpool, board: SegmentBoard, meter: ProgressMeter) async throws -> [SpokenReport] {
        try await withThrowingTaskGroup(of: (Int, SpokenReport).self) { group in
            var reports: [Int: SpokenReport] = [:]
            for (index, segment) in segments.enumerated() {
                if index >= pool.size, let (index, report) = try await group.next() { reports[index] = report }
                group.addTask {
                    let report = try await speak(segment, index: index, spool: spool)
                    board.post(report, of: index)
                    meter.finish(index)
                    return (index, report)
                }
            }
            for try await (index, report) in group { reports[index] = report }
            return segments.indices.compactMap { reports[$0] }
        }
    }

    private func speak(_ segment: Segment, index: Int, spool: SegmentSpool) async throws -> SpokenReport {
        if let report = spool.report(of: index) { return report }
        return try await pool.perform { channel in
            let (file, place) = try spool.writer(for: index)
            let report = try channel.exchange(.speak(segment.request), awaiting: .spoken, SpokenReport.self, output: file)
            try spool.keep(report, of: index, from: place)
            return report
        }
    }
}
