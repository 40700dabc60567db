import TestSupport

/// Breaks files by chance.
enum BrokenFile {
    /// What a size becomes: as large as it can be, or as small.
    private static let sizes: [[UInt8]] = [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F]]

    /// A file in one to four of whose places something is wrong; most of them near the start, where the headers are.
    static func broken(_ file: [UInt8], with others: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...4, using: &generator) where bytes.count > 16 {
            let reach = Bool.random(using: &generator) ? min(400, bytes.count - 8) : bytes.count - 8
            let place = Int.random(in: 0..<reach, using: &generator)
            let length = Int.random(in: 1...min(64, bytes.count - place), using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: for index in place..<place + length { bytes[index] = UInt8.random(in: .min ... .max, using: &generator) }
            case 2: bytes.replaceSubrange(place..<place + 4, with: sizes[Int.random(in: 0..<sizes.count, using: &generator)])
            case 3: bytes.removeSubrange(place..<place + length)
            case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            default:
                let other = others[Int.random(in: 0..<others.count, using: &generator)]
                let end = bytes.count
                bytes = Array(bytes[..<place]) + other.dropFirst(place * other.count / end)
            }
        }
        return Int.random(in: 0..<6, using: &generator) == 0 ? Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))) : bytes
    }
}
