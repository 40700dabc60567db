import Speech

/// Finds where words that follow a silence are first heard: engines count a stop's closure as the word, a listener hears its release.
struct OnsetFinder {
    private let gate: SilenceGate

    /// The shortest silence before a word that makes its onset worth finding, in seconds.
    private static let silence = 0.03
    /// How far behind the engine's own time an onset is looked for, in seconds.
    private static let reach = 0.2

    init(samples: [Int16], sampleRate: Int) {
        gate = SilenceGate(samples: samples, sampleRate: sampleRate)
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
        var window = Int(word.start / SilenceGate.window)
        let first = Int((previousEnd / SilenceGate.window).rounded(.up))
        if gate.isSilent(window) {
            let last = Int(min(word.end, word.start + Self.reach) / SilenceGate.window)
            repeat { window += 1 } while window < last && gate.isSilent(window)
            guard window < last else { return nil }
        } else {
            while window > first, !gate.isSilent(window - 1) { window -= 1 }
        }
        let silence = Int((Self.silence / SilenceGate.window).rounded())
        guard window - silence >= first, (window - silence..<window).allSatisfy(gate.isSilent) else { return nil }
        return Double(window) * SilenceGate.window
    }
}
