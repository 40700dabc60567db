extension SpeechRequest {
    /// The text with spaces in place of its pauses, byte for byte: what is spoken, what captions show, and what its language is told from. A text whose
    /// pauses are malformed is given as it is.
    public var plainText: String {
        (try? MarkedText(text, pauses: pauses).plain) ?? text
    }

    /// The emotion that the text is spoken with: the one that is asked for, or what an automatic choice comes to.
    public var emotionUsed: Emotion {
        emotion.emotion(for: plainText)
    }
}
