import Foundation
import Speech

/// How a voice of espeak-ng is brought to a pitch.
///
/// A voice's pitch is its base, in Hz, and a melody above it. The library has two scales, 0 to 99: one moves the base alone, by an octave down to one up,
/// evenly in semitones; the other stretches the melody in Hz about a point of its own, by nothing to twice. So that base and melody move by one ratio,
/// both are set, by the voice's own figures. The melody's middle lies elsewhere than that point: where the melody is stretched, the base makes up for it, so that
/// the pitch in the middle stays. What the scales can't reach is made up for by the sample rate: the voice speaks at a pitch that it reaches,
/// and what it says is taken for samples of another rate. That moves its formants, too, but only past 7 to 10 semitones.
struct EspeakPitch {
    /// What to set.
    struct Setting {
        /// The scale of the base, 0 to 99.
        var base: Int
        /// The scale of the range, 0 to 99.
        var range: Int
        /// Times the library's sample rate at which the samples are to be heard.
        var stretch: Double
    }

    /// How much of its base a voice loses when its range is doubled.
    private var coupling: Double
    /// In how many steps of melody above the base the middle of what is spoken lies.
    private let middle: Double

    /// The ratios of the base that the scale reaches.
    private static let bases = 0.5...1.97
    /// The least change within a sentence that is worth a command: about half a semitone.
    private static let commandStep = 2

    /// The step of melody about which the library stretches it.
    private static let pivot = 18.0
    /// The middle of most languages' melody over a few sentences, as measured of the library.
    private static let usualMiddle = 33.0
    /// The middles of those that are far from it.
    private static let middles = [
        "bg": 37, "cmn": 21, "de": 30, "es": 35, "fr": 31, "it": 29, "ja": 31, "nb": 31, "pl": 35, "ru": 37, "th": 40, "vi": 12.5,
    ]

    /// The pitch of a voice whose file does not say any.
    ///
    /// - Parameter language: The library's name of its language.
    init(language: Substring) {
        coupling = Self.coupling(low: 82, high: 118)
        middle = Self.middles[String(language.prefix { $0 != "-" })] ?? Self.usualMiddle
    }

    /// - Parameter voiceFiles: The texts of the files that make the voice, of which a later one overrides an earlier.
    init(language: Substring, voiceFiles: [String]) {
        self.init(language: language)
        if let pitch = voiceFiles.compactMap({ Self.pitch(in: $0) }).last { coupling = Self.coupling(low: pitch.low, high: pitch.high) }
    }

    /// What to set for a prosody.
    func setting(for prosody: Prosody) -> Setting {
        let ratio = pow(2, prosody.pitch / 12)
        let reached = ratio.clamped(to: ratios(pitchRange: prosody.pitchRange))
        let range = Self.scaled(50 * prosody.pitchRange * reached)
        let base = base(forRatio: reached, range: Double(range) / 50)
        return Setting(base: Self.scaled(50 + 50 * log2(base.clamped(to: Self.bases))), range: range, stretch: ratio / reached)
    }

    /// What to write before words of an utterance so that its pitch follows the contour: the base's scale, by the place in the text (UTF-8 bytes).
    ///
    /// Not before every word: the library does not run a word that has one together with the word before.
    func commands(in utterance: Utterance) -> [Int: Int] {
        guard utterance.contour != 0 else { return [:] }
        var commands: [Int: Int] = [:]
        var last = -Self.commandStep
        let words = TextBoundaries.words(in: utterance.text)
        var next = 0
        for sentence in TextBoundaries.sentences(in: utterance.text, language: nil) {
            while next < words.count, words[next].lowerBound < sentence.upperBound {
                let share = Double(words[next].lowerBound - sentence.lowerBound) / Double(sentence.count)
                var prosody = utterance.prosody
                prosody.pitch += utterance.contour * (share - 0.5)
                let base = setting(for: prosody).base
                if abs(base - last) >= Self.commandStep {
                    commands[words[next].lowerBound] = base
                    last = base
                }
                next += 1
            }
        }
        return commands
    }

    /// The base with which the middle of the melody lies at `ratio` times its pitch, where the melody is stretched `range` times.
    private func base(forRatio ratio: Double, range: Double) -> Double {
        ratio + coupling * (middle / Self.pivot * (ratio - range) + range - 1)
    }

    /// The ratios for which the scale has a base, where the melody is stretched `pitchRange` times as much as the pitch is raised.
    private func ratios(pitchRange: Double) -> ClosedRange<Double> {
        let slope = 1 + coupling * (middle / Self.pivot * (1 - pitchRange) + pitchRange)
        return (Self.bases.lowerBound + coupling) / slope...(Self.bases.upperBound + coupling) / slope
    }

    /// A base is 9 Hz below the lower number, and a range has 108 / 4096 Hz for each step between the two, at each step of melody.
    private static func coupling(low: Double, high: Double) -> Double {
        pivot * 108 / 4096 * (high - low) / (low - 9)
    }

    /// The last line `pitch LOW HIGH` of a voice's file.
    private static func pitch(in file: String) -> (low: Double, high: Double)? {
        let pitches = file.split(whereSeparator: \.isNewline).compactMap { line -> (low: Double, high: Double)? in
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count >= 3, words[0] == "pitch", let low = Double(words[1]), let high = Double(words[2]), min(low, high) > 9 else {
                return nil
            }
            return (min(low, high), max(low, high))
        }
        return pitches.last
    }

    private static func scaled(_ value: Double) -> Int {
        Int(value.rounded().clamped(to: 0...99))
    }
}
