extension Emotion {
    /// The emotion that a text's punctuation and emoji show; neutral where they show none.
    ///
    /// Each sentence shows at most one, by the first of these that it has:
    /// - a face of an emotion: 😀 happy, 😢 sad, 😠 angry, 😱 fearful, 🤢 disgusted, 😮 surprised, and those like them;
    /// - question and exclamation marks together at its end (`?!`, `!?`, `‽`): surprised;
    /// - an exclamation mark at the end of several words in capital letters alone: angry;
    /// - two or more exclamation marks at its end: happy.
    ///
    /// The text shows what most of its sentences show, if those are half of all or more; of two that are as frequent, the first.
    public static func shown(in text: String) -> Emotion {
        let sentences = TextBoundaries.sentences(in: text, language: nil)
        let shown = sentences.compactMap { Self.shown(byScalars: text.utf8Slice($0).unicodeScalars) }
        let counts = shown.reduce(into: [Emotion: Int]()) { $0[$1, default: 0] += 1 }
        guard let most = counts.values.max(), most * 2 >= sentences.count else { return .neutral }
        return shown.first { counts[$0] == most } ?? .neutral
    }

    private static func shown(byScalars sentence: Substring.UnicodeScalarView) -> Emotion? {
        if let face = sentence.lazy.compactMap({ faces[$0] }).first { return face }
        let marks = sentence.reversed().drop { !isEndMark($0) && !isLetterOrDigit($0) }.prefix(while: isEndMark)
        let exclamations = marks.count(where: exclamationMarks.contains)
        if marks.contains(where: interrobangs.contains) || (exclamations > 0 && marks.contains(where: questionMarks.contains)) { return .surprised }
        if exclamations > 0, isShouted(sentence) { return .angry }
        return exclamations > 1 || marks.contains("\u{203C}") ? .happy : nil
    }

    /// Whether there are several words, and every letter that could be small is a capital.
    private static func isShouted(_ sentence: Substring.UnicodeScalarView) -> Bool {
        let words = sentence.split { !$0.properties.isAlphabetic }.filter { $0.contains(where: \.properties.isUppercase) && $0.count > 1 }
        return words.count > 1 && !sentence.contains(where: \.properties.isLowercase)
    }

    private static func isEndMark(_ scalar: Unicode.Scalar) -> Bool {
        exclamationMarks.contains(scalar) || questionMarks.contains(scalar) || interrobangs.contains(scalar)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static let exclamationMarks: Set<Unicode.Scalar> = ["!", "\u{FF01}", "\u{FE57}", "\u{203C}"]
    private static let questionMarks: Set<Unicode.Scalar> = ["?", "\u{FF1F}", "\u{FE56}", "\u{61F}", "\u{37E}"]
    private static let interrobangs: Set<Unicode.Scalar> = ["\u{203D}", "\u{2048}", "\u{2049}"]

    private static let faces: [Unicode.Scalar: Emotion] = {
        let lists: [(Emotion, String)] = [
            (.happy, "😀😃😄😁😆😅😂🤣😊🙂😍🥰🤩😋🥳😸😺"), (.sad, "😢😭😞😔😟🙁☹😥😿💔"), (.angry, "😠😡🤬😤👿😾"), (.fearful, "😱😨😰😧🙀"),
            (.disgusted, "🤢🤮😖"), (.surprised, "😮😯😲😳🤯"),
        ]
        return Dictionary(lists.flatMap { emotion, faces in faces.unicodeScalars.map { ($0, emotion) } }) { first, _ in first }
    }()
}
