import Audio
import Speech
import Testing
import VoiceCloning

/// What is taken of people, where there are recordings of some.
@Suite(.enabled(if: RealSpeakers.folder != nil, "MYNAH_SPEAKERS names no recordings")) struct RealSpeakerTests {
    private static let rate = RealSpeakers.sampleRate

    @Test func `who reads alone is taken for one`() throws {
        for samples in try RealSpeakers.people() {
            let recording = try ReferenceRecording(samples, sampleRate: Self.rate, reducesNoise: false)
            #expect(recording.speaker.seconds > 2)
        }
    }

    @Test func `the lowest voice and the highest by turns are refused`() throws {
        let people = try RealSpeakers.people().map { (samples: $0, pitch: SpeakerAnalyser.measure($0, sampleRate: Self.rate).pitch) }
            .sorted { $0.pitch < $1.pitch }
        let (low, high) = (try #require(people.first), try #require(people.last))
        try #require(high.pitch > 1.6 * low.pitch, "The recordings are of people with voices of like height.")
        let turns = stride(from: 0, to: min(low.samples.count, high.samples.count), by: 4 * Self.rate).flatMap { start in
            [low.samples, high.samples].flatMap { $0[start..<min(start + 4 * Self.rate, $0.count)] }
        }
        #expect(throws: ReferenceError.severalSpeakers) { try ReferenceRecording(turns, sampleRate: Self.rate, reducesNoise: false) }
    }
}
