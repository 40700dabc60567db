import Foundation

/// A square matrix of numbers, for the small sizes that envelopes have.
struct SquareMatrix: Sendable, Hashable {
    /// How many rows and columns there are.
    let size: Int
    /// The numbers, row by row.
    var values: [Double]

    /// A matrix of zeros.
    init(size: Int) {
        self.size = size
        values = Array(repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * size + column] }
        set { values[row * size + column] = newValue }
    }

    /// The product of two matrices.
    static func * (left: SquareMatrix, right: SquareMatrix) -> SquareMatrix {
        var product = SquareMatrix(size: left.size)
        for row in 0..<left.size {
            for inner in 0..<left.size {
                let factor = left[row, inner]
                for column in 0..<left.size { product[row, column] += factor * right[inner, column] }
            }
        }
        return product
    }

    /// The product with a vector.
    func times(_ vector: [Double]) -> [Double] {
        (0..<size).map { row in (0..<size).reduce(0) { $0 + self[row, $1] * vector[$1] } }
    }

    /// For a symmetric matrix without negative eigenvalues: the one that has `change` of each eigenvalue.
    func mapped(_ change: (Double) -> Double) -> SquareMatrix {
        let (values, vectors) = eigen()
        var result = SquareMatrix(size: size)
        for index in 0..<size {
            let value = change(max(values[index], 1e-10))
            for row in 0..<size {
                let factor = value * vectors[row, index]
                for column in 0..<size { result[row, column] += factor * vectors[column, index] }
            }
        }
        return result
    }

    /// The eigenvalues of a symmetric matrix, and its eigenvectors as columns (C. Jacobi's rotations, 1846).
    private func eigen() -> (values: [Double], vectors: SquareMatrix) {
        var matrix = self
        var vectors = SquareMatrix(size: size)
        for index in 0..<size { vectors[index, index] = 1 }
        let whole = max(values.reduce(0) { $0 + $1 * $1 }, 1e-300)
        for _ in 0..<30 {
            var rest = 0.0
            for row in 0..<size { for column in 0..<row { rest += matrix[row, column] * matrix[row, column] } }
            if rest < 1e-20 * whole { break }
            for row in 1..<size { for column in 0..<row { matrix.rotate(column, row, &vectors) } }
        }
        return ((0..<size).map { matrix[$0, $0] }, vectors)
    }

    /// Turns two axes so that nothing is left of what they have in common.
    private mutating func rotate(_ first: Int, _ second: Int, _ vectors: inout SquareMatrix) {
        let common = self[first, second]
        guard abs(common) > 1e-300 else { return }
        let theta = (self[second, second] - self[first, first]) / (2 * common)
        let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for index in 0..<size {
            let (a, b) = (self[index, first], self[index, second])
            self[index, first] = cosine * a - sine * b
            self[index, second] = sine * a + cosine * b
        }
        for index in 0..<size {
            let (a, b) = (self[first, index], self[second, index])
            self[first, index] = cosine * a - sine * b
            self[second, index] = sine * a + cosine * b
            let (v, w) = (vectors[index, first], vectors[index, second])
            vectors[index, first] = cosine * v - sine * w
            vectors[index, second] = sine * v + cosine * w
        }
    }
}
