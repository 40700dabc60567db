/// What languages are called.
enum LanguageName {
    /// The English name of a BCP 47 tag; the tag itself where it is not known.
    static func english(of tag: String) -> String {
        EspeakLanguage.all.first { $0.tag == tag }?.title ?? others[tag] ?? tag
    }

    /// Languages that espeak-ng has no rules for.
    private static let others = ["fil": "Filipino", "nn": "Norwegian Nynorsk"]
}

extension String {
    /// The language of a BCP 47 tag, without region and script: `pt` of `pt-BR`.
    var primaryLanguage: Substring {
        prefix { $0 != "-" }
    }
}
