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
        format = try query.choice("format") ?? accept.flatMap { Self.format($0) }
    }

    /// The format that an `Accept` header (RFC 9110, 12.5.1) asks for: that of the highest weight, of equal ones the first; nil where it asks for none.
    ///
    /// `application/json` asks for none: HTTP libraries send it unasked.
    static func format(_ accept: String) -> CaptionFormat? {
        var best: (format: CaptionFormat, weight: Double)?
        for range in accept.lowercased().split(separator: ",") {
            let parts = range.split(separator: ";", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
            guard let format = parts.first.flatMap({ format(ofType: $0) }), let weight = weight(parts.dropFirst()) else { continue }
            if weight > best?.weight ?? 0 { best = (format, weight) }
        }
        return best?.format
    }

    private static func format(ofType type: String) -> CaptionFormat? {
        switch type {
        case "application/x-subrip": .srt
        case "text/vtt": .vtt
        default: nil
        }
    }

    /// The weight that a media range's parameters give it: 1 where they give none, nil for one that is no number from 0 to 1.
    private static func weight(_ parameters: ArraySlice<String>) -> Double? {
        guard let parameter = parameters.first(where: { $0.hasPrefix("q=") }) else { return 1 }
        return Double(parameter.dropFirst(2)).flatMap { 0...1 ~= $0 ? $0 : nil }
    }
}
