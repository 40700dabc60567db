/// Which voices a list shows. Whatever is left out lets every voice through; texts are compared without regard to case, marks on
/// letters, hyphens, underscores and blanks at their ends.
public struct VoiceFilter: Sendable, Hashable {
    /// What the name has in it; empty for any name.
    public var search: String
    /// The language: a BCP 47 tag (`en`, which every English voice has, or `en-GB`), or one of its English names.
    public var language: String?
    /// The accent.
    public var accent: String?
    /// What it is good for: one of these at least; empty for anything.
    public var useCases: [String]
    /// How it is heard.
    public var gender: Gender?
    /// How old it is heard to be: one of these; nil for any age.
    public var ages: Set<Age>?

    /// Every voice.
    public static let all = VoiceFilter()

    /// A filter by what is given.
    public init(
        search: String = "", language: String? = nil, accent: String? = nil, useCases: [String] = [], gender: Gender? = nil, ages: Set<Age>? = nil
    ) {
        self.search = search
        self.language = language
        self.accent = accent
        self.useCases = useCases
        self.gender = gender
        self.ages = ages
    }
}
