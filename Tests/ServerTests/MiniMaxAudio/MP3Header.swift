import Foundation

/// The first frame's header of an MP3 file (ISO/IEC 11172-3, 2.4.1.3), behind an ID3v2 tag where there is one.
struct MP3Header {
    let sampleRate: Int
    /// Bits a second; the first frame may be an index of its own rate, so that of the second.
    let bitRate: Int
    let isMono: Bool

    private static let bitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0]
    private static let sampleRates = [44_100, 48_000, 32_000, 0]

    init?(_ file: Data) {
        let bytes = [UInt8](file)
        var start = 0
        if bytes.count > 10, bytes[0..<3].elementsEqual("ID3".utf8) {
            start = 10 + bytes[6..<10].reduce(0) { $0 << 7 | Int($1) }
        }
        guard let first = Self.frame(bytes, at: start), let second = Self.frame(bytes, at: start + first.size) else { return nil }
        sampleRate = second.sampleRate
        bitRate = second.bitRate
        isMono = bytes[start + 3] >> 6 == 3
    }

    private static func frame(_ bytes: [UInt8], at start: Int) -> (size: Int, sampleRate: Int, bitRate: Int)? {
        // MPEG 1, layer III.
        guard start + 4 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xFE == 0xFA else { return nil }
        let (rate, samples) = (bitRates[Int(bytes[start + 2] >> 4)] * 1000, sampleRates[Int(bytes[start + 2] >> 2 & 3)])
        guard rate > 0, samples > 0 else { return nil }
        return (144 * rate / samples + Int(bytes[start + 2] >> 1 & 1), samples, rate)
    }
}
