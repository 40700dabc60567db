extension SpeechRequest {
    /// Checks that a language that is asked for (a BCP 47 tag) is spoken here; none is fine.
    ///
    /// - Throws: ``UnspokenLanguage``.
    public static func check(language: String?) throws(UnspokenLanguage) {
        guard let language else { return }
        guard SpokenLanguage(language) != nil else { throw UnspokenLanguage() }
    }

    /// The language that the text is read in when `voice` speaks it, as a BCP 47 tag: the one that is asked for, else the one that the text is plainly
    /// in, else the voice's own.
    ///
    /// What is answered is what speaks: `en-GB` where English is asked of a British voice, and `fr-FR` where `fr` is asked of it. It is the same whenever
    /// it is asked; of a long text the beginning is looked at.
    public func languageUsed(by voice: Voice) -> String {
        guard let asked = language.flatMap({ SpokenLanguage($0) }) else { return LanguageChoice(text: plainText, voice: voice).tag }
        return asked.isSpoken(in: voice.language) ? voice.language : asked.tag
    }
}
