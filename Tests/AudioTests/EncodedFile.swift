import Audio
import Speech

/// A file that is put together of the pieces that an encoder hands out.
final class EncodedFile {
    private(set) var bytes: [UInt8] = []
    private(set) var pieces: [EncodedBytes] = []

    /// Puts a piece at its place.
    func write(_ piece: EncodedBytes) {
        pieces.append(piece)
        let end = piece.offset + piece.bytes.count
        if end > bytes.count { bytes.append(contentsOf: repeatElement(0, count: end - bytes.count)) }
        bytes.replaceSubrange(piece.offset..<end, with: piece.bytes)
    }

    /// The file of some samples, handed to the encoder in parts of a size.
    static func encoded(
        _ samples: [Float], _ encoding: AudioEncoding, at sampleRate: Int, partSize: Int = 1_000_000
    ) throws -> (file: EncodedFile, sampleCount: Int) {
        let file = EncodedFile()
        let encoder = try AudioEncoder(encoding: encoding, inputSampleRate: sampleRate, sink: file.write)
        for start in stride(from: 0, to: samples.count, by: partSize) {
            try encoder.encode(Array(samples[start..<min(start + partSize, samples.count)]))
        }
        try encoder.finish()
        return (file, encoder.sampleCount)
    }

    /// A little-endian number in the file.
    func number(at offset: Int, size: Int) -> Int {
        bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The number of samples that are in the file.
    func decodedCount(at sampleRate: Int) throws -> Int {
        try decoded(at: sampleRate).count
    }

    /// The samples that are in the file.
    func decoded(at sampleRate: Int) throws -> [Float] {
        try AudioDecoder.samples(of: ByteSource(bytes), sampleRate: sampleRate, maximumDuration: 60)
    }

    /// Whether a text is in the file's first bytes.
    func starts(with text: String, within count: Int) -> Bool {
        let needle = Array(text.utf8)
        let head = bytes.prefix(count)
        return head.indices.contains { head[$0...].starts(with: needle) }
    }
}
