import EnginePool
import EngineProtocol
import Foundation
import Narration
import Speech
import Testing

/// What hosts make of recordings, and what is refused as one.
@Suite(.timeLimit(.minutes(3))) struct ClonerTests {
    private static let text = "The old harbour lay quiet, and two small boats went out. Nobody saw them, for it was early."

    /// A recording that can't be read any more.
    private struct LostRecording: RecordingSource {
        let size = 5 << 20

        func read(at offset: Int, count: Int) throws -> [UInt8] {
            guard offset == 0 else { throw CocoaError(.fileReadUnknown) }
            return [UInt8](repeating: 1, count: count)
        }
    }

    private static func refusal(
        of recordings: [[UInt8]], rules: ReferenceRules = .usual, pool: EnginePool = Hosts.pool
    ) async throws -> String? {
        let cloner = Cloner(pool: pool)
        return await #expect(throws: RecordingRefused.self) { try await cloner.clone(recordings.map(RecordingBytes.init), rules: rules) }?.message
    }

    @Test func `what is no recording of a voice is refused, and says so`() async throws {
        #expect(try await Self.refusal(of: [Array("no audio at all".utf8)])?.contains("not audio that is understood") == true)
        #expect(try await Self.refusal(of: [[]]) != nil)
        #expect(try await Self.refusal(of: [[UInt8](repeating: 0, count: CloneRequest.sizeLimit + 1)])?.contains("20 MB") == true)
        #expect(try await Self.refusal(of: []) == "Send 1 to 10 recordings.")
        #expect(try await Self.refusal(of: Array(repeating: [1], count: 11)) == "Send 1 to 10 recordings.")
        let short = try await Spoken("One.", voice: "rms")
        #expect(try await Self.refusal(of: [short.bytes])?.contains("3 s") == true)
        #expect(try await Self.refusal(of: [short.bytes], rules: ReferenceRules(formats: [.mp3], seconds: 3...300))?.contains("send MP3.") == true)
        #expect(try await Self.refusal(of: [short.bytes, [0]])?.hasPrefix("Recording 2 of 2: ") == true)
    }

    @Test func `a recording is checked by itself`() async throws {
        let spoken = try await Spoken(Self.text, voice: "rms", format: .flac)
        let cloner = Cloner(pool: Hosts.pool)
        let (format, duration) = try await cloner.inspect(RecordingBytes(spoken.bytes))
        #expect(format == .flac)
        #expect(abs(duration - spoken.narration.duration) < 0.01)
        let rules = ReferenceRules(formats: [.wav], seconds: 3...300)
        await #expect(throws: RecordingRefused.self) { try await cloner.inspect(RecordingBytes(spoken.bytes), rules: rules) }
    }

    @Test func `several recordings make one profile, and a sample to listen to`() async throws {
        let (first, second) = (try await Spoken(Self.text, voice: "rms"), try await Spoken("They went far out to sea.", voice: "rms", format: .mp3))
        let output = MemoryOutput()
        let report = try await Cloner(pool: Hosts.pool).clone(
            [RecordingBytes(first.bytes), RecordingBytes(second.bytes)], reducesNoise: true, sample: (.standard(.mp3), output))
        #expect(abs(report.duration - first.narration.duration - second.narration.duration) < 0.1)
        #expect(report.profile.english.voice.name == "rms")
        let sample = try #require(report.sampleDuration)
        let recording = try Recording(decoding: output.bytes, sampleRate: 24_000)
        #expect(abs(sample - recording.duration) < 0.01)
        #expect(abs(try #require(recording.loudness) + 16) <= 1)
        #expect(sample > 3 && sample < report.duration)
    }

    @Test func `a recording over which hosts are lost is refused`() async throws {
        let host = try FakeHost(FakeHost.greeting + "kill -11 $$")
        let message = try await Self.refusal(of: [[1]], pool: host.pool)
        #expect(message == "The recording can't be read: what reads it was killed (signal 11) on each of 3 tries.")
    }

    @Test func `what is wrong here is not blamed on the recording`() async throws {
        let failure = try Frame(.failed, message: HostFailure(message: "flite is broken"))
        let host = try FakeHost(FakeHost.greeting + "printf '\(FakeHost.octal(of: failure.bytes))'; exec sleep 1000")
        let cloner = Cloner(pool: host.pool)
        let error = await #expect(throws: NarrationError.self) { try await cloner.inspect(RecordingBytes([1])) }
        #expect(error?.message == "flite is broken")
        let none = Cloner(pool: try FakeHost("exit 3").pool)
        await #expect(throws: EnginesUnavailable.self) { try await none.inspect(RecordingBytes([1])) }
    }

    @Test func `a recording that can't be read to its end breaks nothing else`() async throws {
        let cloner = Cloner(pool: Hosts.make(size: 1))
        await #expect(throws: CocoaError.self) { try await cloner.inspect(LostRecording()) }
        await #expect(throws: RecordingRefused.self) { try await cloner.inspect(RecordingBytes([1])) }
    }
}
