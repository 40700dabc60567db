import Glibc

/// Tells sound from silence, window by window.
struct SilenceGate {
    private let samples: [Int16]
    private let sampleRate: Int
    /// The root mean square above which a window counts as sound, full scale at 32768.
    private let threshold: Double

    /// The length of a window, in seconds.
    static let window = 0.005

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

    /// Whether the window of that number is silent.
    func isSilent(_ window: Int) -> Bool {
        let first = min(samples.count, Int(Double(window) * Self.window * Double(sampleRate)))
        let last = min(samples.count, Int(Double(window + 1) * Self.window * Double(sampleRate)))
        return Self.level(samples[first..<last]) < threshold
    }

    /// The samples from the first that belong to a sound to the last; nil where all is silent.
    ///
    /// Windows follow each other every millisecond here, and a sound begins and ends in the middle of one. Of what is weak, only hisses and releases
    /// count, which are high: a vowel that dies away is over sooner than its last trace.
    var sound: Range<Int>? {
        let length = max(1, Int(Self.window * Double(sampleRate)))
        let starts = Array(stride(from: 0, to: max(1, samples.count - length + 1), by: max(1, sampleRate / 1000)))
        let isLoud = { (start: Int) in
            let window = samples[start..<min(start + length, samples.count)]
            let level = Self.level(window)
            return level > 0 && (level >= Self.plainSound * threshold || (level >= threshold && Self.isHigh(window)))
        }
        guard let first = starts.first(where: isLoud), let last = starts.last(where: isLoud) else { return nil }
        return (first == 0 ? 0 : first + length / 2)..<(last == starts.last ? samples.count : last + length / 2)
    }

    /// How far over the threshold any sound counts: 6 dB.
    private static let plainSound = 2.0

    /// Whether most of a window lies above about 2 kHz.
    private static func isHigh(_ window: ArraySlice<Int16>) -> Bool {
        let differences = zip(window, window.dropFirst()).reduce(0.0) { $0 + pow(Double($1.1) - Double($1.0), 2) }
        return differences > window.reduce(0.0) { $0 + Double($1) * Double($1) } / 2
    }

    private static func level(_ samples: ArraySlice<Int16>) -> Double {
        guard !samples.isEmpty else { return 0 }
        let sum = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
        return (sum / Double(samples.count)).squareRoot()
    }
}
