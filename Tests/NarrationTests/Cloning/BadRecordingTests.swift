import EnginePool
import Foundation
import Narration
import Speech
import TestSupport
import Testing

/// What a host makes of files that are no recording of a voice.
@Suite(.timeLimit(.minutes(3))) struct BadRecordingTests {
    private static let rate = 16_000

    /// Files, and what is said of them.
    private static let bad: [(name: String, bytes: [UInt8], expected: String)] = [
        ("a text", Array(String(repeating: "This is no sound. ", count: 500).utf8), "not audio"),
        ("nothing", [], "not audio"),
        ("a header alone", WAVBuilder().bytes, "0.0 s long"),
        ("a header that lies", wav(tone(seconds: 1), claimedSize: 500_000_000), "its header says"),
        ("a codec that is not there", WAVBuilder(formatTag: 0x11, bitsPerSample: 4, data: [UInt8](repeating: 0, count: 1000)).bytes, "adpcm_ima_wav"),
        ("silence", wav([Int16](repeating: 0, count: 5 * rate)), "Nothing is heard"),
        ("a sine", wav(tone(seconds: 5)), "no speech"),
        ("a noise", wav(noise(seconds: 5)), "no speech"),
        ("a second", wav(tone(seconds: 1)), "no speech"),
        ("six minutes", wav([Int16](repeating: 0, count: 360 * rate)), "too long"),
        ("nine channels", WAVBuilder(channels: 9, data: [UInt8](repeating: 0, count: 90_000)).bytes, "send one or two"),
        ("eight channels", WAVBuilder(channels: 8, sampleRate: rate, data: [UInt8](repeating: 0, count: 800_000)).bytes, "send one or two"),
        ("192 kHz", WAVBuilder(sampleRate: 192_000, data: [UInt8](repeating: 0, count: 1_600_000)).bytes, "send 8000 to 96000"),
        ("8 bits", WAVBuilder(sampleRate: rate, bitsPerSample: 8, data: [UInt8](repeating: 128, count: 80_000)).bytes, "16 bits or more"),
        ("a half", Array(wav(tone(seconds: 10)).prefix(5 * 2 * rate)), "send the file whole"),
        ("a film without sound", MatroskaBuilder.video().adding([UInt8](repeating: 7, count: 400), count: 4).bytes, "without sound"),
        ("hours in little", MatroskaBuilder.compressedSound(sampleRate: rate).adding(MatroskaBuilder.zeros, count: 5000).bytes, "too long"),
        ("a quarter of a second", Fixtures.m4a, "0.3 s long"),
    ]

    private static func wav(_ samples: [Int16], claimedSize: Int? = nil) -> [UInt8] {
        WAVBuilder(sampleRate: rate, data: WAVBuilder.data(samples), claimedSize: claimedSize).bytes
    }

    private static func tone(seconds: Int) -> [Int16] {
        (0..<seconds * rate).map { Int16(12_000 * sin(2 * Double.pi * 440 * Double($0) / Double(rate))) }
    }

    private static func noise(seconds: Int) -> [Int16] {
        var generator = SeededGenerator(seed: 3)
        return (0..<seconds * rate).map { _ in Int16.random(in: -9000...9000, using: &generator) }
    }

    @Test func `what is no recording of a voice is refused, says why, and costs no host`() async throws {
        let pool = Hosts.make(size: 1, attempts: 1)
        try await pool.start()
        let hosts = await pool.processIDs
        let cloner = Cloner(pool: pool)
        for file in Self.bad {
            let error = await #expect(throws: RecordingRefused.self, "\(file.name)") { try await cloner.clone([RecordingBytes(file.bytes)]) }
            if let error { #expect(error.message.contains(file.expected), "\(file.name): \(error.message)") }
        }
        #expect(await pool.processIDs == hosts)
        await pool.stop()
    }

    @Test func `broken files are refused or understood, and a host lives on`() async throws {
        let pool = Hosts.make(size: 2, attempts: 1)
        try await pool.start()
        let hosts = await pool.processIDs
        let cloner = Cloner(pool: pool)
        var files = [Fixtures.m4a, Fixtures.webm, Fixtures.vorbis]
        for format in [AudioFormat.mp3, .wav, .opus, .flac] { files.append(try await Spoken("One.", voice: "rms", format: format).bytes) }
        let seed = Soak.seed(short: 17)
        var generator = SeededGenerator(seed: seed)
        let count = Soak.rounds(short: 10, long: 1000)
        for round in 0..<count {
            for (index, file) in files.enumerated() {
                let broken = BrokenFile.broken(file, with: files, using: &generator)
                do {
                    _ = try await cloner.clone([RecordingBytes(broken)])
                } catch {
                    // What is said of a lost host begins so; anything else is said of the file.
                    let message = (error as? RecordingRefused)?.message
                    #expect(message?.contains("what reads it") == false, "seed \(seed), round \(round), file \(index): \(error)")
                }
            }
        }
        #expect(await pool.processIDs == hosts)
        await pool.stop()
    }
}
