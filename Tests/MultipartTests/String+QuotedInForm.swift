extension String {
    /// A name as browsers write it, but with the backslash escaped, so that it is unambiguous.
    var quotedInForm: String {
        var text = ""
        for character in unicodeScalars {
            switch character {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            case "\\": text += "\\\\"
            default: text.unicodeScalars.append(character)
            }
        }
        return "\"\(text)\""
    }
}
