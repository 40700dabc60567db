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
        // 40 dB under the loudest window: over an engine's noise floor, under any consonant.
        var loudest = 0.0
        let length = max(1, Int(Self.window * Double(sampleRate)))
        for start in stride(from: 0, to: samples.count, by: length) {
            loudest = max(loudest, Self.level(samples[start..<min(start + length, samples.count)]))
        }
        threshold = loudest / 100
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

    private func onset(of word: WordTiming, after previousEnd: Double) -> Double? {
        let limit = min(word.end, word.start + Self.reach)
        var time = previousEnd
        var silent = 0.0
        while time < limit {
            let first = Int(time * Double(sampleRate))
            let last = min(samples.count, Int((time + Self.window) * Double(sampleRate)))
            guard first < last else { return nil }
            if Self.level(samples[first..<last]) < threshold {
                silent += Self.window
            } else if silent >= Self.silence {
                return time
            } else if time >= word.start {
                return nil
            } else {
                silent = 0
            }
            time += Self.window
        }
        return nil
    }

    private static func level(_ samples: ArraySlice<Int16>) -> Double {
        guard !samples.isEmpty else { return 0 }
        let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
        return (sum / Double(samples.count)).squareRoot()
    }
}
