/// A language by the name under which the Max and MiniMax families list it.
public struct PublishedLanguage: Sendable, Hashable {
    /// Its name there: `Chinese (Mandarin)`.
    public let name: String
    /// Its BCP 47 tag: `cmn`.
    public let tag: String

    /// All of them, in the order in which they are listed.
    public static let all: [PublishedLanguage] = [
        ("Vietnamese", "vi"), ("English", "en"), ("Arabic", "ar"), ("Cantonese", "yue"), ("Chinese (Mandarin)", "cmn"), ("Dutch", "nl"),
        ("French", "fr"), ("German", "de"), ("Indonesian", "id"), ("Italian", "it"), ("Japanese", "ja"), ("Korean", "ko"), ("Portuguese", "pt"),
        ("Russian", "ru"), ("Spanish", "es"), ("Turkish", "tr"), ("Ukrainian", "uk"), ("Thai", "th"), ("Polish", "pl"), ("Romanian", "ro"),
        ("Greek", "el"), ("Czech", "cs"), ("Finnish", "fi"), ("Hindi", "hi"), ("Bulgarian", "bg"), ("Danish", "da"), ("Hebrew", "he"),
        ("Malayan", "ms"), ("Persian", "fa"), ("Slovak", "sk"), ("Swedish", "sv"), ("Croatian", "hr"), ("Filipino", "fil"), ("Hungarian", "hu"),
        ("Norwegian", "nb"), ("Slovenian", "sl"), ("Catalan", "ca"), ("Nynorsk", "nn"), ("Tamil", "ta"), ("Afrikaans", "af"),
    ].map { PublishedLanguage(name: $0, tag: $1) }

    private init(name: String, tag: String) {
        self.name = name
        self.tag = tag
    }

    /// The language that a name means, whatever its case; also by MiniMax's own names (`Chinese`, `Chinese,Yue`, `Malay`). Nil for any other.
    public init?(name: String) {
        guard name.utf8.count <= 64, let language = Self.byName[name.lowercased()] else { return nil }
        self = language
    }

    /// The language under which a voice of `voiceLanguage` (a BCP 47 tag) is listed; nil where the list has none: `en-GB` is English, and Hakka none.
    public init?(voiceLanguage: String) {
        let tag = SpokenLanguage(voiceLanguage)?.tag ?? voiceLanguage
        guard let language = Self.byTag[String(tag.primaryLanguage)] else { return nil }
        self = language
    }

    private static let byName: [String: PublishedLanguage] = {
        var byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })
        for (other, name) in ["chinese": "chinese (mandarin)", "chinese,yue": "cantonese", "malay": "malayan"] { byName[other] = byName[name] }
        return byName
    }()

    private static let byTag = Dictionary(uniqueKeysWithValues: all.map { ($0.tag, $0) })
}
