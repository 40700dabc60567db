import EnginePool
import EngineProtocol
import Speech

/// Has a host measure who speaks in recordings.
public struct Cloner: Sendable {
    private let pool: EnginePool

    /// A cloner whose recordings are measured by one of the hosts of `pool` each.
    public init(pool: EnginePool) {
        self.pool = pool
    }

    /// The profile of the person who speaks in some recordings, taken together.
    ///
    /// - Parameters:
    ///   - recordings: ``CloneRequest/countRange`` of them, each of at most ``CloneRequest/sizeLimit`` bytes.
    ///   - rules: What is taken.
    ///   - reducesNoise: Whether steady noise is taken out of them, and is no reason to refuse them.
    ///   - sample: A file to make of them for people to listen to, and where it goes.
    /// - Throws: ``RecordingRefused``, ``NarrationError``, ``EnginesUnavailable``, `CancellationError`, and what the recordings and the output throw.
    public func clone(
        _ recordings: [any RecordingSource], rules: ReferenceRules = .usual, reducesNoise: Bool = false,
        sample: (encoding: AudioEncoding, output: any NarrationOutput)? = nil
    ) async throws -> Cloning {
        guard CloneRequest.countRange.contains(recordings.count) else {
            throw RecordingRefused("Send \(CloneRequest.countRange.lowerBound) to \(CloneRequest.countRange.upperBound) recordings.")
        }
        let request = CloneRequest(rules: rules, reducesNoise: reducesNoise, count: recordings.count, sample: sample?.encoding)
        let report: CloneReport = try await send(recordings, with: .clone(request), awaiting: .cloned, output: sample?.output)
        return Cloning(
            profile: report.profile, duration: report.duration, speech: report.speech, sampleDuration: report.sample?.duration)
    }

    /// The kind of file that a recording is, and its length in seconds; it is checked as ``clone(_:rules:reducesNoise:sample:)`` does it, without measuring who speaks in it.
    ///
    /// - Parameters:
    ///   - recording: At most ``CloneRequest/sizeLimit`` bytes.
    ///   - rules: What is taken.
    ///   - reducesNoise: Whether steady noise is no reason to refuse it.
    /// - Throws: ``RecordingRefused``, ``NarrationError``, ``EnginesUnavailable``, `CancellationError`, and what the recording throws.
    public func inspect(
        _ recording: any RecordingSource, rules: ReferenceRules = .usual, reducesNoise: Bool = false
    ) async throws -> (format: RecordingFormat, duration: Double) {
        let request = InspectRequest(rules: rules, reducesNoise: reducesNoise)
        let report: RecordingReport = try await send([recording], with: .inspect(request), awaiting: .inspected)
        return (report.format, report.duration)
    }

    private func send<Report: Decodable & Sendable>(
        _ recordings: [any RecordingSource], with request: HostRequest, awaiting kind: Frame.Kind, output: (any NarrationOutput)? = nil
    ) async throws -> Report {
        guard recordings.allSatisfy({ $0.size <= CloneRequest.sizeLimit }) else {
            throw RecordingRefused("The recording is too large: send at most \(CloneRequest.sizeLimit >> 20) MB.")
        }
        do {
            return try await pool.perform { channel in
                try output?.restart()
                var reader = RecordingReader(recordings)
                return try channel.exchange(request, awaiting: kind, Report.self, output: output) { try reader.next() }
            }
        } catch let failure as HostFailure {
            switch failure.kind {
            case .refusal: throw RecordingRefused(failure.message)
            case .wrongFormat: throw RecordingRefused(failure.message, isWrongFormat: true)
            case .trouble: throw NarrationError(failure.message)
            }
        } catch let error as EnginePoolError {
            switch error {
            case .hostDidNotStart: throw EnginesUnavailable(error.message)
            case .hostsLost(let attempts, let last):
                // A broken file may crash a decoder; the server is well.
                throw RecordingRefused("The recording can't be read: what reads it \(last.message) on each of \(attempts) tries.")
            }
        }
    }
}
