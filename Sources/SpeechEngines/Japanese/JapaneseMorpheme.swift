/// A morpheme of a Japanese text, as MeCab divides it, with what IPADIC tells of it.
struct JapaneseMorpheme {
    /// Where it stands, in UTF-8 bytes.
    let range: Range<Int>
    /// IPADIC's columns: part of speech and three finer classes, inflection and form, base form, reading, pronunciation.
    private let features: [Substring]

    init(range: Range<Int>, features: Substring) {
        self.range = range
        self.features = features.split(separator: ",", omittingEmptySubsequences: false)
    }

    /// How it is pronounced, in katakana: `ワ` for the particle は, `トーキョー` for 東京; nil where the dictionary has none.
    var pronunciation: String? {
        guard features.count > 8, !features[8].isEmpty else { return nil }
        return features[8].unicodeScalars.allSatisfy { (0x30A1...0x30FC).contains($0.value) } ? String(features[8]) : nil
    }

    /// Whether it is spoken as one word with what stands before it: particles, endings, suffixes.
    var isEnding: Bool {
        ["助詞", "助動詞"].contains(partOfSpeech) || ["接尾", "非自立"].contains(fineClass)
    }

    /// Whether it is a numeral; several in a row are one word.
    var isNumeral: Bool {
        fineClass == "数"
    }

    /// Whether it is spoken as one word with what stands after it.
    var isPrefix: Bool {
        partOfSpeech == "接頭詞"
    }

    private var partOfSpeech: Substring {
        features[0]
    }

    private var fineClass: Substring {
        features.count > 1 ? features[1] : ""
    }
}
