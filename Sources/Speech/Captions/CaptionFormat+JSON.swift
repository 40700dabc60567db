extension CaptionFormat {
    static func json(_ cues: [Cue]) -> String {
        "{\"cues\":[" + cues.map(json).joined(separator: ",") + "]}"
    }

    private static func json(_ cue: Cue) -> String {
        let words = cue.words.map { "{\"text\":\(quoted($0.text)),\(times(from: $0.start, to: $0.end))}" }.joined(separator: ",")
        return "{\(times(from: cue.start, to: cue.end)),\"text\":\(quoted(cue.lines.joined(separator: "\n"))),\"words\":[\(words)]}"
    }

    private static func times(from start: Double, to end: Double) -> String {
        "\"start\":\(CaptionTime(start).seconds),\"end\":\(CaptionTime(end).seconds)"
    }

    /// A string as RFC 8259, section 7, has it.
    private static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted.append("\\")
                quoted.append(scalar)
            case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
            case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
            case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
