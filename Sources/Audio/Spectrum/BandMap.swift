import Speech

/// A map of cepstra as what it does to levels in bands: the gain of each band, by the levels of all.
struct BandMap {
    /// What each band's level adds to each band's gain, row by row.
    private let matrix: [Float]
    private let offset: [Float]

    init(_ map: AffineMap) {
        let (order, count, basis) = (EnvelopeScale.order, EnvelopeScale.bandCount, EnvelopeScale.basis)
        // B (M - 1) B', where a column of B' takes a band to its cepstrum.
        let change = (0..<order).map { row in
            (0..<count).map { band in
                (0..<order).reduce(0.0) { $0 + (Double(map.matrix[row * order + $1]) - (row == $1 ? 1 : 0)) * basis[band][$1] }
            }
        }
        matrix = (0..<count).flatMap { band in
            (0..<count).map { other in Float((0..<order).reduce(0.0) { $0 + basis[band][$1] * change[$1][other] }) }
        }
        offset = EnvelopeScale.levels(of: map.offset.map(Double.init)).map(Float.init)
    }

    /// The gains for levels, all in natural logarithms of power.
    func gains(of levels: UnsafePointer<Float>, into gains: UnsafeMutablePointer<Float>) {
        let count = EnvelopeScale.bandCount
        matrix.withUnsafeBufferPointer { matrix in
            for index in 0..<count { gains[index] = offset[index] + (matrix.baseAddress! + index * count).dotProduct(levels, count) }
        }
    }
}
