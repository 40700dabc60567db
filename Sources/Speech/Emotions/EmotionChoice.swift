/// The emotion that a request asks for: one of them, or the one that its text shows.
public enum EmotionChoice: Sendable, Hashable {
    /// What the text's punctuation says.
    case automatic
    /// This one, whatever the text says.
    case chosen(Emotion)

    /// The emotion that a text is spoken with.
    ///
    /// - Parameter text: The text, without markup.
    public func emotion(for text: String) -> Emotion {
        switch self {
        case .automatic: Emotion.shown(in: text)
        case .chosen(let emotion): emotion
        }
    }
}

extension EmotionChoice: RawRepresentable, Codable, CaseIterable {
    private static let automaticName = "auto"

    /// Every choice, `automatic` first.
    public static var allCases: [EmotionChoice] {
        [.automatic] + Emotion.allCases.map { .chosen($0) }
    }

    /// The choice that is called `rawValue`: `auto`, or an emotion's name.
    public init?(rawValue: String) {
        if rawValue == Self.automaticName {
            self = .automatic
        } else {
            guard let emotion = Emotion(rawValue: rawValue) else { return nil }
            self = .chosen(emotion)
        }
    }

    /// What the choice is called: `auto`, or the emotion's name.
    public var rawValue: String {
        switch self {
        case .automatic: Self.automaticName
        case .chosen(let emotion): emotion.rawValue
        }
    }
}
