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

    /// How much text is spoken at once, in UTF-8 bytes: enough that starting costs little, little enough that cores share a page.
    private static let segmentTarget = 500
    /// The longest stretch without a sentence's end that is spoken at once, in UTF-8 bytes.
    private static let segmentLimit = 1000

    /// A narrator whose segments are spoken by the hosts of `pool`.
    public init(pool: EnginePool) {
        self.pool = pool
    }

    /// Speaks `request` with `voice` into `output`.
    ///
    /// - Parameters:
    ///   - spool: A folder of this narration's own, for segments that wait; it is made when it is needed. What an earlier try left there is used.
    ///   - progress: Is told the part that is done, 0 to 1, never less than before.
    /// - Throws: ``NarrationError``, `CancellationError`, and what `output` throws.
    public func narrate(
        _ request: SpeechRequest, voice: Voice, spool: URL, into output: any NarrationOutput,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> Narration {
        do {
            let segments = Self.segments(of: request, voice: voice)
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
        } catch let error as EnginePoolError {
            throw NarrationError(error.message)
        }
    }

    private static func segments(of request: SpeechRequest, voice: Voice) -> [Segment] {
        let ranges = SegmentPlan.segments(in: request.text, language: voice.language, target: segmentTarget, limit: segmentLimit)
        return ranges.enumerated().map { index, range in
            let text = String(request.text.utf8Slice(range))
            return Segment(
                offset: range.lowerBound,
                request: SegmentRequest(
                    text: text, runs: SpokenRun.plan(for: text, voice: voice), sampleRate: voice.base.engine.sampleRate, prosody: request.prosody,
                    isContinued: index < ranges.count - 1))
        }
    }

    private func narrateAtOnce(_ segment: Segment, request: SpeechRequest, into output: any NarrationOutput) async throws -> Narration {
        let work = HostRequest.speakAndFinish(segment.request, Finishing(encoding: request.encoding, volume: request.volume))
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
        let meter = ProgressMeter(weights: segments.map { $0.request.text.utf8.count }, share: 0.8, report: progress)
        let reports = try await speak(segments, spool: spool) { meter.finish($0) }
        let joined = JoinedSegments(segments: segments, reports: reports)
        let work = HostRequest.finish(
            FinishRequest(
                sampleRate: joined.sampleRate, loudness: joined.loudness,
                finishing: Finishing(encoding: request.encoding, volume: request.volume)))
        let finished = try await pool.perform { channel in
            try output.restart()
            var reader = SpoolReader(spool: spool, reports: reports)
            return try channel.exchange(work, awaiting: .finished, FinishedReport.self, output: output) {
                progress(0.8 + 0.2 * reader.share)
                return try reader.next()
            }
        }
        return Narration(words: joined.words, duration: finished.duration, size: finished.size)
    }

    /// Has the segments spoken into the spool, as many at once as there are hosts, so that a long text leaves room for others.
    private func speak(_ segments: [Segment], spool: SegmentSpool, done: @escaping @Sendable (Int) -> Void) async throws -> [SpokenReport] {
        try spool.prepare()
        return try await withThrowingTaskGroup(of: (Int, SpokenReport).self) { group in
            var reports: [Int: SpokenReport] = [:]
            for (index, segment) in segments.enumerated() {
                if index >= pool.size, let (index, report) = try await group.next() { reports[index] = report }
                group.addTask {
                    let report = try await speak(segment, index: index, spool: spool)
                    done(index)
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
            let file = try spool.writer(for: index)
            let report = try channel.exchange(.speak(segment.request), awaiting: .spoken, SpokenReport.self, output: file)
            try spool.keep(report, of: index)
            return report
        }
    }
}
