import Foundation
import TestSupport
import Testing

/// A file that nobody can be cloned from, and how it is refused.
struct BadRecording: Sendable, CustomTestStringConvertible {
    /// What a family answers to it.
    enum Refusal: Sendable {
        /// That the file is of another kind.
        case otherKind
        /// That it is too large.
        case tooLarge
        /// A sentence on the recording, which holds one of these.
        case because([String])
    }

    let testDescription: String
    let refusal: Refusal
    let make: @Sendable () async throws -> Recordings.File

    private init(_ name: String, _ refusal: Refusal, _ make: @escaping @Sendable () async throws -> Recordings.File) {
        testDescription = name
        self.refusal = refusal
        self.make = make
    }

    private init(_ name: String, _ refusal: Refusal, _ bytes: @autoclosure @escaping @Sendable () -> Data) {
        self.init(name, refusal) { Recordings.File(name: "voice.mp3", bytes: bytes()) }
    }

    private static let rate = 16_000

    /// Twelve seconds of sound, one sample after the other.
    private static func sound(_ sample: (Int) -> Double) -> Recordings.File {
        Recordings.wav((0..<12 * rate).map { Int16(sample($0) * 32_000) }, rate: rate)
    }

    private static func sine(_ index: Int, _ frequency: Double) -> Double {
        sin(2 * .pi * frequency * Double(index) / Double(rate))
    }

    /// Everything that every family refuses.
    static let all = files + sounds + layouts

    private static let files = [
        BadRecording("a text that is called MP3", .otherKind, Data("This is no music, whatever its name says.\n".utf8)),
        BadRecording("a web page", .otherKind, Data("<!doctype html><title>404</title>".utf8)),
        BadRecording("zeros", .otherKind, Data(count: 100_000)),
        BadRecording("a picture", .otherKind, Data([0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]) + Data(count: 1000)),
        BadRecording("a byte more than 20 MB", .tooLarge, Data(count: (20 << 20) + 1)),
        BadRecording("a file that is cut off in its header", .because(["another kind", "Invalid file type", "can't be read"])) {
            Recordings.File(name: "cut.wav", bytes: try await Recordings.long.bytes.prefix(30))
        },
        BadRecording("a recording that is cut off in its first second", .because(["send the file whole"])) {
            Recordings.File(name: "cut.mp3", bytes: try await Recordings.short.bytes.prefix(8000))
        },
        BadRecording("a header that claims two hours", .because(["send the file whole"])) {
            Recordings.File(
                name: "lies.wav",
                bytes: Recordings.wave([UInt8](repeating: 7, count: 20_000), rate: 16_000, channels: 1, bits: 16, claimedSize: 230_400_000))
        },
    ]

    private static let sounds = [
        BadRecording("silence", .because(["Nothing is heard"])) { sound { _ in 0 } },
        BadRecording("one tone", .because(["no speech"])) { sound { 0.5 * sine($0, 220) } },
        BadRecording("noise", .because(["no speech"])) {
            let random = SeededNoise()
            return sound { _ in random.next() * 0.3 }
        },
        BadRecording("a whisper of a signal", .because(["too soft", "Nothing is heard"])) { sound { 0.0008 * sine($0, 150) } },
        BadRecording("six minutes", .because(["too long"])) {
            let second = (0..<8000).flatMap { [0, UInt8(bitPattern: Int8(60 * sine($0 * 2, 180)))] }
            return Recordings.File(
                name: "long.wav", bytes: Recordings.wave(Array(repeatElement(second, count: 361).joined()), rate: 8000, channels: 1, bits: 16))
        },
        BadRecording("a second of speech", .because(["s long"])) {
            let long = try await Recordings.long.bytes
            return Recordings.File(
                name: "short.wav", bytes: Recordings.wave(Array(long.dropFirst(44).prefix(48_000)), rate: 24_000, channels: 1, bits: 16))
        },
    ]

    private static let layouts = [
        BadRecording("nine channels", .because(["send one or two"])) {
            Recordings.File(name: "many.wav", bytes: Recordings.wave([UInt8](repeating: 9, count: 900_000), rate: 16_000, channels: 9, bits: 16))
        },
        BadRecording("no channel", .because(["can't be read", "another kind", "Invalid file type"])) {
            Recordings.File(name: "none.wav", bytes: Recordings.wave([UInt8](repeating: 9, count: 90_000), rate: 16_000, channels: 0, bits: 16))
        },
        BadRecording("eight channels", .because(["send one or two"])) {
            Recordings.File(name: "wide.wav", bytes: Recordings.wave([UInt8](repeating: 9, count: 1_600_000), rate: 16_000, channels: 8, bits: 16))
        },
        BadRecording("192 kHz", .because(["send 8000 to 96000"])) {
            Recordings.File(name: "fine.wav", bytes: Recordings.wave([UInt8](repeating: 9, count: 2_400_000), rate: 192_000, channels: 1, bits: 16))
        },
        BadRecording("8 bits", .because(["send 16 bits or more"])) {
            Recordings.File(name: "coarse.wav", bytes: Recordings.wave([UInt8](repeating: 9, count: 100_000), rate: 16_000, channels: 1, bits: 8))
        },
    ]

    private static var seconds: MatroskaBuilder { .compressedSound(sampleRate: rate).adding(MatroskaBuilder.zeros) }
    /// Six hours of zeros, 655 MB of them, that a compressed track packs into less than one.
    static let hours = MatroskaBuilder.compressedSound(sampleRate: rate).adding(MatroskaBuilder.zeros, count: 5000).bytes

    /// What families that take WebM refuse of it.
    static let webM = [
        BadRecording("a video without sound", .because(["video without sound"]), Data(Fixtures.silentVideoWebM)),
        BadRecording(
            "a WebM that goes on without sound", .because(["another kind", "Invalid file type", "can't be read"]),
            Data(Fixtures.webm.prefix(400)) + Data(count: 8 << 20)),
        BadRecording("a quarter of a second", .because(["s long"]), Data(Fixtures.webm)),
        BadRecording("hours of silence in little", .because(["too long"]), Data(hours)),
        BadRecording(
            "a header that claims two hours of four seconds", .because(["send the file whole"]), Data(seconds.claiming(seconds: 7200).bytes)),
        BadRecording("a WebM that breaks off", .because(["send the file whole"]), Data(seconds.adding(MatroskaBuilder.zeros).bytes.dropLast(100))),
    ]
}

/// White noise, -1 to 1, the same in each run.
private final class SeededNoise {
    private var generator = SeededGenerator(seed: 7)

    func next() -> Double {
        Double.random(in: -1...1, using: &generator)
    }
}
