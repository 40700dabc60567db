import Audio
import Speech
import TestSupport

extension RecordingFormat {
    /// A file of this kind: of the samples, at 16 kHz, where there is an encoder for it; else of something short.
    func file(of samples: [Float]) throws -> [UInt8] {
        switch self {
        case .mp3: try Self.encoded(samples, .standard(.mp3))
        case .wav: try Self.encoded(samples, .standard(.wav))
        case .flac: try Self.encoded(samples, .standard(.flac))
        case .ogg: try Self.encoded(samples, .standard(.opus))
        case .webm: Fixtures.webm
        case .m4a: Fixtures.m4a
        }
    }

    private static func encoded(_ samples: [Float], _ encoding: AudioEncoding) throws -> [UInt8] {
        var file: [UInt8] = []
        let encoder = try AudioEncoder(encoding: encoding, inputSampleRate: 16_000) { piece in
            let end = piece.offset + piece.bytes.count
            file += [UInt8](repeating: 0, count: max(0, end - file.count))
            file.replaceSubrange(piece.offset..<end, with: piece.bytes)
        }
        try encoder.encode(samples)
        try encoder.finish()
        return file
    }
}
