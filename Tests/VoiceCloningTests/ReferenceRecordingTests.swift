import Audio
import Foundation
import Speech
import TestSupport
import Testing
import VoiceCloning

@Suite("A reference recording")
struct ReferenceRecordingTests {
    private static let rate = 16_000

    @Test("a recording that is no use is refused, and says why", arguments: unusable)
    func refused(_ name: String, _ samples: [Float], _ isExpected: @Sendable (ReferenceError) -> Bool) throws {
        let error = #expect(throws: ReferenceError.self, "\(name)") {
            try ReferenceRecording(samples, sampleRate: Self.rate, reducesNoise: false)
        }
        if let error { #expect(isExpected(error), "\(name): \(error)") }
    }

    @Test("syllables of a voice are taken")
    func taken() throws {
        let recording = try ReferenceRecording(Syllables(pitch: 130).samples(seconds: 6), sampleRate: Self.rate, reducesNoise: false)
        #expect(recording.speaker.seconds > 2)
        #expect(abs(recording.speaker.pitch - 130) < 3)
    }

    @Test("rates and channels that files may have are taken", arguments: [(2, 16_000, 16), (1, 96_000, 16)])
    func layouts(channels: Int, sampleRate: Int, bits: Int) throws {
        let samples = Syllables(pitch: 130).samples(seconds: 4).flatMap { [Float](repeating: $0, count: channels * sampleRate / Self.rate) }
        let data = bits == 8 ? samples.map { UInt8(128 + 127 * $0) } : WAVBuilder.data(samples.map { Int16(32_000 * $0) })
        let file = WAVBuilder(channels: channels, sampleRate: sampleRate, bitsPerSample: bits, data: data)
        var intake = ReferenceIntake(rules: .usual, reducesNoise: false)
        try intake.take(ByteSource(file.bytes))
        let recording = try intake.recording()
        #expect(abs(recording.check.duration - 4) < 0.01)
        #expect(abs(recording.speaker.pitch - 130) < 3)
    }

    private static let unusable: [(String, [Float], @Sendable (ReferenceError) -> Bool)] = [
        ("two seconds", Syllables(pitch: 130).samples(seconds: 2), { if case .tooShort = $0 { true } else { false } }),
        ("silence", [Float](repeating: 0, count: 5 * rate), { $0 == .silent }),
        ("whispers far away", Syllables(pitch: 130, gain: 0.0005).samples(seconds: 6), { if case .tooSoft = $0 { true } else { false } }),
        ("a tone", (0..<5 * rate).map { 0.5 * sin(2 * .pi * 440 * Float($0) / Float(rate)) }, { $0 == .notSpeech }),
        ("a steady noise", Syllables.noise(count: 5 * rate, gain: 0.3), { $0 == .notSpeech }),
        ("a melody", Music.melody.samples(seconds: 8), { $0 == .notSpeech }),
        ("chords", Music.chords.samples(seconds: 8), { $0 == .notSpeech }),
        ("a band", Music.band.samples(seconds: 8), { $0 == .notSpeech }),
        ("a voice that is cut off", Syllables(pitch: 130, gain: 12).samples(seconds: 6), { if case .clipped = $0 { true } else { false } }),
        (
            "a voice in noise", zip(Syllables(pitch: 130).samples(seconds: 6), Syllables.noise(count: 6 * rate, gain: 0.12)).map { $0 + $1 },
            {
                if case .noisy = $0 { true } else { false }
            }
        ),
    ]
}
