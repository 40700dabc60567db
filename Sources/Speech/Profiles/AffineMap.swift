import Foundation

/// A map of cepstra: a matrix, and what is added behind it.
public struct AffineMap: Sendable, Hashable {
    /// The matrix, row by row.
    public var matrix: [Float]
    /// What is added.
    public var offset: [Float]

    /// A map of ``EnvelopeScale/order`` numbers.
    public init(matrix: [Float], offset: [Float]) {
        self.matrix = matrix
        self.offset = offset
    }

    /// The map that leaves everything as it is.
    public static let identity = AffineMap(
        matrix: (0..<EnvelopeScale.order * EnvelopeScale.order).map { $0 % (EnvelopeScale.order + 1) == 0 ? 1 : 0 },
        offset: Array(repeating: 0, count: EnvelopeScale.order))
}

extension AffineMap {
    /// The map, louder or softer.
    ///
    /// - Parameter level: What is added, in natural logarithms of power.
    func raised(by level: Double) -> AffineMap {
        var raised = self
        raised.offset[0] += Float(level * Double(EnvelopeScale.bandCount).squareRoot())
        return raised
    }

    /// What lies between this map and another.
    ///
    /// - Parameter share: What the other counts for: 0 to 1.
    func mixed(with other: AffineMap, share: Float) -> AffineMap {
        let mix = { (first: [Float], second: [Float]) in zip(first, second).map { $0 + share * ($1 - $0) } }
        return AffineMap(matrix: mix(matrix, other.matrix), offset: mix(offset, other.offset))
    }
}

extension AffineMap: Codable {
    /// Decodes a map: the matrix and then the offset, as little-endian 32-bit numbers.
    ///
    /// - Throws: `DecodingError` where there are not as many as there must be, or one is not finite.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let bytes = [UInt8](try container.decode(Data.self))
        let order = EnvelopeScale.order
        guard bytes.count == 4 * order * (order + 1) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "A map of envelopes has the wrong size.")
        }
        let numbers = stride(from: 0, to: bytes.count, by: 4).map { place in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) })
        }
        guard numbers.allSatisfy(\.isFinite) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "A map of envelopes has a number that is none.")
        }
        matrix = Array(numbers[..<(order * order)])
        offset = Array(numbers[(order * order)...])
    }

    /// Encodes the map, exactly.
    public func encode(to encoder: any Encoder) throws {
        var data = Data()
        for number in matrix + offset { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        var container = encoder.singleValueContainer()
        try container.encode(data)
    }
}
