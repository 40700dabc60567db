import Speech

/// What a user wants a clone to be.
///
/// Encoded, it is what tells one request from another.
public struct VoiceCloneOrder: Sendable, Hashable, Encodable {
    /// What people read; nil to have one made up.
    public var title: String?
    /// A few sentences on it; nil for none.
    public var description: String?
    /// Where its picture is: an absolute `http` or `https` URL, which is never fetched; nil to have one drawn.
    public var coverURL: String?
    /// Words to find it by.
    public var tags: [String]
    /// The language that it speaks.
    public var language: SpokenLanguage
    /// Whether steady noise is taken out of the recordings.
    public var reducesNoise: Bool
    /// What its sample says; nil to have the recording heard there.
    public var previewText: String?
    /// Whether the user states with this request that they may clone the voice.
    public var consents: Bool

    /// An order with everything given; American English where no language is.
    public init(
        title: String? = nil, description: String? = nil, coverURL: String? = nil, tags: [String] = [],
        language: SpokenLanguage = .americanEnglish, reducesNoise: Bool = false, previewText: String? = nil, consents: Bool = false
    ) {
        self.title = title
        self.description = description
        self.coverURL = coverURL
        self.tags = tags
        self.language = language
        self.reducesNoise = reducesNoise
        self.previewText = previewText
        self.consents = consents
    }

    /// How old the voice is, as far as its tags say so.
    var age: Age {
        let words = tags.map(\.folded)
        return Age.allCases.first { words.contains($0.rawValue) }
            ?? (words.contains("young") ? .youngAdult : words.contains("old") ? .senior : .adult)
    }

    /// How it is heard, where its tags say so.
    var gender: Gender? {
        let words = tags.map(\.folded)
        return Gender.allCases.first { words.contains($0.rawValue) }
    }
}
