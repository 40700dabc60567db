import Speech

/// Finds where words that follow a silence are first heard: engines count a stop's closure as the word, a listener hears its release.
struct OnsetFinder {
    private let samples: [Int16]
    private let sampleRate: Int
    /// The root mean square above which a window counts as sound, full scale at 32768.
    private let threshold: Double

    /// The length of a window, in seconds.
    private static let window = 0.005
    /// The shortest silence before a word that makes its onset worth finding, in seconds.
    private static let silence = 0.03
    /// How far behind the engine's own time an onset is looked for, in seconds.
    private static let reach = 0.2

    init(samples: [Int16], sampleRate: Int) {
        self.samples = samples
        self.sampleRate = sampleRate
        // 34 dB under the loudest window: over the noise floor of every voice, under the weakest consonants.
        var loudest = 0.0
        let length = max(1, Int(Self.window * Double(sampleRate)))
        for start in stride(from: 0, to: samples.count, by: length) {
            loudest = max(loudest, Self.level(samples[start..<min(start + length, samples.count)]))
        }
        threshold = loudest / 50
    }

    /// The words with their starts where their sound begins, if that is in a silence or shortly behind it.
    func refined(_ words: [WordTiming]) -> [WordTiming] {
        var previousEnd = 0.0
        return words.map { word in
            defer { previousEnd = word.end }
            guard let onset = onset(of: word, after: previousEnd) else { return word }
            return WordTiming(range: word.range, start: onset, end: max(onset, word.end))
        }
    }

    /// Where the sound begins in which the word's start lies, or that follows it shortly; nil where no silence is before it.
    private func onset(of word: WordTiming, after previousEnd: Double) -> Double? {
        var window = Int(word.start / Self.window)
        let first = Int((previousEnd / Self.window).rounded(.up))
        if isSilent(window) {
            let last = Int(min(word.end, word.start + Self.reach) / Self.window)
            repeat { window += 1 } while window < last && isSilent(window)
            guard window < last else { return nil }
        } else {
            while window > first, !isSilent(window - 1) { window -= 1 }
        }
        let silence = Int((Self.silence / Self.window).rounded())
        guard window - silence >= first, (window - silence..<window).allSatisfy(isSilent) else { return nil }
        return Double(window) * Self.window
    }

    private func isSilent(_ window: Int) -> Bool {
        let first = min(samples.count, Int(Double(window) * Self.window * Double(sampleRate)))
        let last = min(samples.count, Int(Double(window + 1) * Self.window * Double(sampleRate)))
        return Self.level(samples[first..<last]) < threshold
    }

    private static func level(_ samples: ArraySlice<Int16>) -> Double {
        guard !samples.isEmpty else { return 0 }
        let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
        return (sum / Double(samples.count)).squareRoot()
    }
}
