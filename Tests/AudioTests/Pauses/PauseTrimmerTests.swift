import Audio
import Testing

@Suite struct PauseTrimmerTests {
    private static let rate = 24_000

    /// A vowel between silences of some seconds, in a room as loud as said, full scale at 1.
    private static func samples(_ pauses: [Double], room: Float) -> [Float] {
        let voice = SyntheticVoice(sampleRate: rate)
        var samples = voice.silence(seconds: pauses[0])
        for pause in pauses.dropFirst() { samples += voice.vowel(seconds: 1) + voice.silence(seconds: pause) }
        return zip(samples, Signal.noise(amplitude: room, count: samples.count)).map { $0 + $1 }
    }

    @Test(arguments: [0, 0.002, 0.01] as [Float]) func `silences at the ends go, and long pauses become short`(room: Float) {
        let trimmed = PauseTrimmer.trimmed(Self.samples([2, 3, 0.4, 1.5], room: room), sampleRate: Self.rate)
        // A tenth of a second at each end, two times 0.3 s and 0.4 s between, and three vowels.
        #expect(abs(Double(trimmed.count) / Double(Self.rate) - 4.2) < 0.15)
    }

    @Test func `a cut does not click`() {
        let trimmed = PauseTrimmer.trimmed(Self.samples([0.5, 3, 0.5], room: 0.01), sampleRate: Self.rate)
        let middle = trimmed[(trimmed.count / 2 - 2400)..<(trimmed.count / 2 + 2400)]
        #expect(middle.allSatisfy { abs($0) <= 0.011 })
    }

    @Test func `what has no pauses stays as it is`() {
        let vowel = SyntheticVoice(sampleRate: Self.rate).vowel(seconds: 2)
        #expect(PauseTrimmer.trimmed(vowel, sampleRate: Self.rate) == vowel)
        let silence = [Float](repeating: 0, count: 1000)
        #expect(PauseTrimmer.trimmed(silence, sampleRate: Self.rate) == silence)
        #expect(PauseTrimmer.trimmed([], sampleRate: Self.rate).isEmpty)
    }
}
