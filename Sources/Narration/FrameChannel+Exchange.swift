import EngineProtocol
import Speech

extension FrameChannel {
    /// Asks a host for something, and takes what it answers until its report comes.
    ///
    /// - Parameters:
    ///   - kind: The kind of the report.
    ///   - output: Where pieces of a file go, and samples, which are appended; nil where none may come.
    ///   - supply: The next samples, or bytes of a recording, when the host asks for some.
    func exchange<Report: Decodable>(
        _ request: HostRequest, awaiting kind: Frame.Kind, _ report: Report.Type, output: (any NarrationOutput)?,
        supply: () throws -> Frame = { Frame(.samples) }
    ) throws -> Report {
        try write(Frame(.request, message: request))
        return try answer(awaiting: kind, report, output: output, supply: supply)
    }

    /// Has a host join and finish spoken segments.
    ///
    /// - Parameter progress: Is told the part that it has taken, 0 to 1.
    func finish(
        _ finishing: Finishing, loudness: Loudness, sampleRate: Int, spool: SegmentSpool, board: SegmentBoard, into output: any NarrationOutput,
        progress: (Double) -> Void = { _ in }
    ) throws -> FinishedReport {
        try output.restart()
        var reader = SpoolReader(spool: spool, board: board)
        let request = FinishRequest(sampleRate: sampleRate, loudness: loudness, finishing: finishing)
        return try exchange(.finish(request), awaiting: .finished, FinishedReport.self, output: output) {
            progress(reader.share)
            return Frame(.samples, try reader.next())
        }
    }

    /// Takes what a host answers until a report of `kind` comes.
    func answer<Report: Decodable>(
        awaiting kind: Frame.Kind, _ report: Report.Type, output: (any NarrationOutput)?, supply: () throws -> Frame = { Frame(.samples) }
    ) throws -> Report {
        var length = 0
        while let frame = try read() {
            switch frame.kind {
            case kind: return try frame.message(report)
            case .failed: throw try frame.message(HostFailure.self)
            case .more: try write(try supply())
            case .working: continue
            case .encoded where output != nil:
                let piece = try frame.piece()
                try output?.write(piece.bytes, at: piece.offset)
            case .samples where output != nil:
                try output?.write(frame.payload[...], at: length)
                length += frame.payload.count
            default: throw FrameError.unexpected(frame.kind)
            }
        }
        throw FrameError.closed
    }
}
