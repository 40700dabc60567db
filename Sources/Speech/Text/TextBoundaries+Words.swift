extension TextBoundaries {
    /// The words of a text, in order, disjoint, and none empty.
    ///
    /// - In scripts that write spaces, a word is what stands between two of them, without the punctuation around it: `don't`, `3.14`, `$5`, `50%`,
    ///   `AC/DC`, `C++`, addresses of pages and mail are whole. Dashes and ellipses divide (`one…two`), and hyphens don't.
    /// - Chinese, Japanese, Thai, Lao, Khmer and Burmese are divided by ICU's dictionaries, and from other scripts wherever they meet.
    /// - A run without a letter, digit or spoken symbol is no word. Emoji are one word only where nothing else stands between the spaces:
    ///   engines read those out, and leave out the ones that follow a word.
    ///
    /// - Parameter text: A text in any mixture of scripts.
    /// - Returns: Ranges of UTF-8 bytes.
    public static func words(in text: String) -> [Range<Int>] {
        var scanner = WordScanner(text: text)
        return scanner.scan()
    }
}
