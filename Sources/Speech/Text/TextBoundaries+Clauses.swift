extension TextBoundaries {
    /// Where clauses end inside a text: after a comma, semicolon, colon or dash of any script, with closing marks and white space that follow it.
    ///
    /// - Returns: UTF-8 offsets, ascending, never the text's end.
    static func clauseEnds(in text: String) -> [Int] {
        var scanner = ClauseScanner()
        for character in text { scanner.read(character) }
        return scanner.ends
    }
}
