import Speech

/// What the Max and MiniMax families tag a voice with, in a family's spelling.
struct VoiceTags: Sendable, Hashable {
    /// The language: one of the published ones, or the name of another.
    let language: String
    /// How it is heard: `Female`.
    let gender: String
    /// How old it is heard to be: `Young Adult`.
    let age: String
    /// What it is good for: `Audiobook`.
    let useCases: [String]
    /// How it sounds: `Calm`.
    let character: [String]
    /// The accent: `US (General)`, `Standard`.
    let accent: String

    /// The tags of a voice.
    init(_ voice: Voice, spelling: TagSpelling) {
        let published = PublishedLanguage(voiceLanguage: voice.language)
        language = published?.name ?? voice.languageName
        gender = Self.gender(voice.gender)
        age = Self.age(voice.age, spelling: spelling)
        useCases = voice.useCases.map(Self.capitalized)
        character = voice.character.map(Self.capitalized)
        accent = Self.accent(voice.accent, isEnglish: published?.tag == "en", spelling: spelling)
    }

    /// All of them, in the order in which they are answered.
    ///
    /// What a user tags a clone with may be among the others.
    var list: [String] {
        var seen: Set<String> = []
        return ([language, gender, age] + useCases + character + [accent]).filter { seen.insert($0).inserted }
    }

    /// How a gender is written.
    static func gender(_ gender: Gender) -> String {
        capitalized(gender.rawValue)
    }

    /// How an age is written.
    static func age(_ age: Age, spelling: TagSpelling) -> String {
        age == .middleAged && spelling == .miniMax ? "Middle-Aged" : capitalized(age.rawValue)
    }

    private static func accent(_ accent: String, isEnglish: Bool, spelling: TagSpelling) -> String {
        let name = accent == "american" && isEnglish ? "US (General)" : capitalized(accent)
        return isEnglish && accent != "standard" && spelling == .max ? "EN-\(name)" : name
    }

    /// A tag with its words' first letters large, as the families write them.
    private static func capitalized(_ text: String) -> String {
        text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
