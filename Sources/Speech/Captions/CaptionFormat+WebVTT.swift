extension CaptionFormat {
    static func webVTT(_ cues: [Cue]) -> String {
        var text = "WEBVTT\n"
        for cue in cues {
            text += "\n\(CaptionTime(cue.start).clock(separator: ".")) --> \(CaptionTime(cue.end).clock(separator: "."))\n"
            for line in cue.lines { text += webVTT(line: line) + "\n" }
        }
        return text
    }

    /// Escaped as cue text (WebVTT, section 4.2.2); `-->` is gone with its `>`.
    private static func webVTT(line: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in line.unicodeScalars where !isControl(scalar) {
            switch scalar {
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "<": text.append(contentsOf: "&lt;".unicodeScalars)
            case ">": text.append(contentsOf: "&gt;".unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
