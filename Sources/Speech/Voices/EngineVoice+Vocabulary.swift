/// What the dictionaries of espeak-ng 1.51 have no words for; a test asks the engine.
extension EngineVoice {
    /// Whether it reads out numbers that are written in digits.
    var readsNumbers: Bool {
        engine == .flite || !Self.withoutNumbers.contains(language)
    }

    /// Whether it reads out emoji.
    var readsEmoji: Bool {
        engine == .espeak && !Self.withoutEmoji.contains(language)
    }

    /// espeak-ng's name of the language.
    private var language: Substring {
        name.prefix { $0 != "+" }
    }

    private static let withoutNumbers: Set<Substring> = ["chr-US-Qaaa-x-west", "cv", "he", "nog", "qya", "sjn", "tk"]

    private static let withoutEmoji: Set<Substring> = [
        "an", "as", "ba", "be", "bpy", "chr-US-Qaaa-x-west", "cmn", "cmn-latn-pinyin", "cv", "eo", "gn", "grc", "hak", "haw", "he", "ht", "hyw", "ia",
        "io",
        "ja", "jbo", "kk", "kl", "ko", "kok", "ku", "la", "lb", "lfn", "mi", "mt", "nb", "nci", "nog", "om", "pap", "piqd", "py", "qdb", "qu", "quc",
        "qya",
        "shn", "sjn", "smj", "th", "tk", "tn", "tt", "ug", "uk", "uz", "yue",
    ]
}
