extension CaptionFormat {
    static func subRip(_ cues: [Cue]) -> String {
        var text = ""
        for (index, cue) in cues.enumerated() {
            if index > 0 { text += "\n" }
            text += "\(index + 1)\n"
            text += "\(CaptionTime(cue.start).clock(separator: ",")) --> \(CaptionTime(cue.end).clock(separator: ","))\n"
            for line in cue.lines { text += subRip(line: line) + "\n" }
        }
        return text
    }

    /// SubRip knows no escapes: only what a reader would take for a cue's times is broken up.
    private static func subRip(line: String) -> String {
        var text = String.UnicodeScalarView()
        var hyphens = 0
        for scalar in line.unicodeScalars where !isControl(scalar) {
            if scalar == ">", hyphens >= 2 { text.append(" ") }
            hyphens = scalar == "-" ? hyphens + 1 : 0
            text.append(scalar)
        }
        return String(text)
    }

    /// A control character: none is seen, and some end a file for its reader.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
