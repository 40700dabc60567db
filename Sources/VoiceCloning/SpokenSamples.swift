import Speech

/// What an engine spoke, whole.
final class SpokenSamples: SpeechSink {
    private(set) var samples: [Int16] = []
    private(set) var sampleRate = 16_000

    func take(_ samples: UnsafeBufferPointer<Int16>, sampleRate: Int) {
        self.samples.append(contentsOf: samples)
        self.sampleRate = sampleRate
    }

    func take(_ mark: SpokenMark) {}
}
