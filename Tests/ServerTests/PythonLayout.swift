/// Python whose indentation was lost, indented again: enough of the language for a script of one function, called in its last line.
enum PythonLayout {
    /// The script in `lines`, which have no indentation.
    static func script(_ lines: [String]) -> String {
        var function: Substring?
        // What the blocks around the line began with.
        var blocks: [Substring] = []
        var brackets = 0
        var script = ""
        for line in lines {
            let word = line.prefix { $0.isLetter }
            if brackets == 0 {
                if let name = function, line.hasPrefix("\(name)(") { blocks = [] }
                // An `if` or `for` holds what follows up to a line that can't belong to it; a `try`, up to its `except`.
                if ["try", "except", "return"].contains(word) { blocks.removeAll { $0 == "if" || $0 == "for" } }
                if word == "except", let start = blocks.lastIndex(where: { $0 == "try" || $0 == "except" }) { blocks.removeSubrange(start...) }
            }
            script += String(repeating: "    ", count: blocks.count + (brackets > 0 ? 1 : 0)) + line + "\n"
            brackets += line.reduce(0) { $0 + ("([{".contains($1) ? 1 : ")]}".contains($1) ? -1 : 0) }
            guard brackets == 0, line.hasSuffix(":") else { continue }
            blocks.append(word)
            if word == "def" { function = line.dropFirst(4).prefix { $0 != "(" } }
        }
        return script
    }
}
