import Hummingbird
import Speech

/// What `POST /labs/task/subtitle/{id}` is asked.
struct LabsSubtitleRequest: Encodable {
    /// Which task.
    let taskID: String
    /// How the subtitle is cut.
    let limits: CaptionLimits
    /// In which format it is answered; nil for not at all.
    let format: CaptionFormat?

    /// - Throws: ``RequestError``.
    init(taskID: String, body: RequestFields, query: RequestFields, accept: String?) throws(RequestError) {
        self.taskID = taskID
        let usual = CaptionLimits()
        limits = CaptionLimits(
            charactersPerLine: try body.integer("max_characters_per_line", in: 1...Int.max) ?? usual.charactersPerLine,
            linesPerCue: try body.integer("max_lines_per_cue", in: 1...Int.max) ?? usual.linesPerCue,
            secondsPerCue: try body.positiveNumber("max_seconds_per_cue") ?? usual.secondsPerCue)
        format = try query.choice("format") ?? accept.flatMap(Self.format)
    }

    /// The format that an `Accept` header asks for. `application/json` asks for none: HTTP libraries send it unasked.
    private static func format(_ accept: String) -> CaptionFormat? {
        let types = accept.lowercased().split(separator: ",").map { $0.prefix { $0 != ";" }.filter { !$0.isWhitespace } }
        return types.lazy.compactMap { type in
            switch type {
            case "application/x-subrip": CaptionFormat.srt
            case "text/vtt": .vtt
            default: nil
            }
        }.first
    }
}
