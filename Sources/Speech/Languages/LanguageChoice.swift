import Foundation

/// The choice of the language that a voice reads a text in, where nobody asked for one.
///
/// The voice's own language wins wherever the text may be in it: a short text, a list of names, or one that mixes languages stays the voice's, unless its
/// letters tell otherwise.
struct LanguageChoice {
    private let text: String
    private let voice: Voice
    private let own: Set<Script>

    /// The shortest text that is taken for another language of the voice's own scripts, in bytes of letters and spaces.
    private static let leastSize = 32
    /// From how many bytes on CLD2's own word suffices.
    private static let sureSize = 200
    /// How well a shorter text has to fit: names and lists of goods get less, sentences more.
    private static let leastScore = 600.0
    /// How much of the text has to be in it, in percent.
    private static let leastPercent = 80
    /// How many characters are looked at for scripts.
    private static let scriptLimit = 4096

    /// Up to how many bytes letters alone may tell.
    private static let shortSize = 512
    /// Which part of the words has to have letters that the voice's language does not have, if CLD2 names a language that has them; and if it names none.
    private static let (confirmedShare, soleShare) = (0.25, 0.5)
    /// How many words a text needs for the letters that words are lent with, so that a name or a loan word is none.
    private static let leastWords = 3

    init(text: String, voice: Voice) {
        // Marks may be written as characters of their own, by which nobody tells a language.
        let isApart = text.unicodeScalars.prefix(Self.scriptLimit).contains { (0x300...0x36F).contains($0.value) }
        self.text = isApart ? text.precomposedStringWithCanonicalMapping : text
        self.voice = voice
        own = Script.written(in: voice.language).union([.latin])
    }

    /// The language's BCP 47 tag.
    var tag: String {
        let guess = LanguageGuess(text, expecting: voice.language)
        guard guess.isReliable, let language = guess.tag.flatMap({ SpokenLanguage($0) }) else {
            let usual = usual
            return usual == voice.language ? told ?? usual : usual
        }
        if language.isSpoken(in: voice.language) || LanguageGuess.confuses(language.tag, voice.language) { return voice.language }
        // What the voice can't read at all is no text of its language.
        guard language.scripts.isSubset(of: own) else { return language.tag }
        return (isPlain(guess) && LanguageGuess.knows(voice.language)) || isTold(language, guess) ? language.tag : voice.language
    }

    /// What a short text's letters are, where the voice's language does not have them; nil for a text that is not short.
    private var letters: TellingLetters? {
        text.utf8.count <= Self.shortSize ? TellingLetters(text, foreignTo: voice.language) : nil
    }

    /// Whether a short text's letters say, too, that it is in the language that CLD2 says.
    private func isTold(_ language: SpokenLanguage, _ guess: LanguageGuess) -> Bool {
        guard guess.percent >= Self.leastPercent, let letters else { return false }
        if letters.areUsed(in: language.tag), Double(letters.telling) >= Self.confirmedShare * Double(letters.words) { return true }
        guard letters.words >= Self.leastWords, letters.lent > 0, letters.telling + letters.lent < letters.words else { return false }
        return guess.score >= Self.leastScore && LanguageGuess.knows(voice.language)
    }

    /// The language that a short text's letters alone say; nil where they don't.
    private var told: String? {
        guard let letters, letters.telling > 0, Double(letters.telling) >= Self.soleShare * Double(letters.words) else { return nil }
        return letters.language.flatMap { SpokenLanguage(String($0)) }?.tag
    }

    private func isPlain(_ guess: LanguageGuess) -> Bool {
        guess.size >= Self.leastSize && guess.percent >= Self.leastPercent && (guess.size >= Self.sureSize || guess.score >= Self.leastScore)
    }

    /// The voice's own language, or the usual one of the script that most letters are of, where the voice does not read it.
    private var usual: String {
        let counts = scriptCounts
        // Of two that are as frequent, the voice's own, or the same in each run.
        guard let most = counts.values.max(), !counts.contains(where: { $0.value == most && own.contains($0.key) }),
            let language = counts.filter({ $0.value == most }).keys.compactMap(\.usualLanguage).min()
        else { return voice.language }
        return SpokenLanguage(language)?.tag ?? voice.language
    }

    /// How many letters there are of each script; Han characters among kana are Japanese, and count as kana.
    private var scriptCounts: [Script: Int] {
        var counts: [Script: Int] = [:]
        for script in text.unicodeScalars.prefix(Self.scriptLimit).lazy.compactMap({ Script($0) }) where script != .emoji {
            counts[script, default: 0] += 1
        }
        guard let kana = counts[.kana], let han = counts[.han] else { return counts }
        // A single kana is seen in Chinese, too.
        if !own.contains(.han) || kana * 4 >= han {
            counts[.kana] = kana + han
            counts[.han] = nil
        }
        return counts
    }
}
