@testable import Multipart

/// What libFuzzer's bytes stand for: three of settings, and a body.
struct FuzzInput {
    let boundary: MultipartBoundary
    let limits: MultipartLimits
    let body: [UInt8]
    /// The size of each piece, over and over.
    let pieceSizes: [Int]

    private static let boundaries = [
        "x", "--", "--bound", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "a b", String(repeating: "-", count: 70), "'()+_,-./:=?",
    ]

    /// Nil where there are too few bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 3, let boundary = try? MultipartBoundary(Self.boundaries[Int(bytes[0]) % Self.boundaries.count]) else { return nil }
        self.boundary = boundary
        // Now and then what fits is little, so that limits are met.
        let isTight = bytes[1] & 1 == 1
        let room = Int(bytes[1] >> 1)
        limits =
            isTight
            ? MultipartLimits(parts: room % 4, headerBytes: 40 + room, fieldBytes: room % 8, fileBytes: room % 16, bodyBytes: 100 + room)
            : ParsedForm.unlimited
        body = Array(bytes[3...])
        pieceSizes = [Int(bytes[2] & 7) + 1, Int(bytes[2] >> 3) + 1, 1, 2]
    }

    /// The body in pieces.
    var pieces: [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = rest.prefix(pieceSizes[pieces.count % pieceSizes.count])
            pieces.append(Array(piece))
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }
}
