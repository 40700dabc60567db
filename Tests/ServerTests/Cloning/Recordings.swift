import Foundation
import TestSupport

/// Recordings of somebody who speaks, made by the program itself; each is made once.
enum Recordings {
    /// A recording, as clients send it.
    struct File: Sendable {
        var name: String
        var bytes: Data
    }

    private static let made = Task { try TemporaryFolder() }
    private static let shortMP3 = Task { try await spoken(sentence, as: "short.mp3") }
    private static let longWAV = Task { try await spoken(sentence + " " + sentence + " " + sentence, as: "long.wav") }

    private static let sentence = "The old harbour lay quiet, and two small boats went out. Nobody saw them."

    /// Where those that are asked for are, under their names.
    static var folder: URL { get async throws { try await made.value.url } }
    /// About four seconds, MP3.
    static var short: File { get async throws { try await shortMP3.value } }
    /// More than ten seconds, WAV.
    static var long: File { get async throws { try await longWAV.value } }

    private static func spoken(_ text: String, as name: String) async throws -> File {
        let folder = try await folder
        let result = try await BuiltProgram.run(["say", text, "--voice", "slt", "-o", name], in: folder)
        guard result.exitCode == 0 else { throw HTTPFailure(description: result.errors) }
        return File(name: name, bytes: try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// A WAV file of 16-bit samples.
    ///
    /// - Parameter samples: One channel after the other, of each moment.
    static func wav(_ samples: [Int16], rate: Int = 16_000, channels: Int = 1) -> File {
        File(name: "made.wav", bytes: wave(samples.flatMap { bytes($0) }, rate: rate, channels: channels, bits: 16))
    }

    /// A WAV file (RIFF, PCM) of these sample bytes.
    static func wave(_ samples: [UInt8], rate: Int, channels: Int, bits: Int, claimedSize: Int? = nil) -> Data {
        let size = UInt32(truncatingIfNeeded: claimedSize ?? samples.count)
        let frame = channels * bits / 8
        var file = Data("RIFF".utf8) + bytes(size &+ 36) + Data("WAVEfmt ".utf8) + bytes(UInt32(16)) + bytes(UInt16(1))
        file += bytes(UInt16(channels)) + bytes(UInt32(rate)) + bytes(UInt32(rate * frame)) + bytes(UInt16(frame)) + bytes(UInt16(bits))
        return file + Data("data".utf8) + bytes(size) + Data(samples)
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
