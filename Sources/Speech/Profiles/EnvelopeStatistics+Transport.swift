extension EnvelopeStatistics {
    /// How far a variance is raised: by 2 %.
    private static let floor = 0.02

    /// The way to bring these envelopes to those of another speaker.
    ///
    /// Of all ways to turn one normal distribution into another this is the one that changes each envelope least (C. Givens and R. Shortt, "A class of
    /// Wasserstein metrics for probability distributions", 1984): what sounded different goes on to sound different, in the same direction.
    ///
    /// - Parameters:
    ///   - level: What is added to the other's levels, in natural logarithms of power.
    ///   - strength: The part of the way that is gone beyond the change of the mean: 0 to 1.
    func transport(to other: EnvelopeStatistics, level: Double, strength: Double) -> AffineMap {
        let size = EnvelopeScale.order
        let root = covariance(floor: Self.floor).mapped { $0.squareRoot() }
        let inverse = covariance(floor: Self.floor).mapped { 1 / $0.squareRoot() }
        let middle = (root * other.covariance(floor: Self.floor) * root).mapped { $0.squareRoot() }
        var matrix = inverse * middle * inverse
        for index in matrix.values.indices { matrix.values[index] *= strength }
        for index in 0..<size { matrix[index, index] += 1 - strength }
        let (target, turned) = (other.mean, matrix.times(mean))
        let offset = (0..<size).map { target[$0] - turned[$0] + ($0 == 0 ? level * Double(EnvelopeScale.bandCount).squareRoot() : 0) }
        return AffineMap(matrix: matrix.values.map(Float.init), offset: offset.map(Float.init))
    }
}
