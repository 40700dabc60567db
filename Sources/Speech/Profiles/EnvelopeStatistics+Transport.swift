extension EnvelopeStatistics {
    /// How far a variance is raised: by 2 %.
    private static let floor = 0.02

    /// The way to bring these envelopes to those of another speaker.
    ///
    /// Of all ways to turn one normal distribution into another this is the one that changes each envelope least (C. Givens and R. Shortt, "A class of
    /// Wasserstein metrics for probability distributions", 1984): what sounded different goes on to sound different, in the same direction.
    ///
    /// - Parameter level: What is added to the other's levels, in natural logarithms of power.
    func transport(to other: EnvelopeStatistics, level: Double) -> AffineMap {
        let root = covariance(floor: Self.floor).mapped { $0.squareRoot() }
        let inverse = covariance(floor: Self.floor).mapped { 1 / $0.squareRoot() }
        let middle = (root * other.covariance(floor: Self.floor) * root).mapped { $0.squareRoot() }
        let matrix = inverse * middle * inverse
        let offset = zip(other.mean, matrix.times(mean)).map { Float($0 - $1) }
        return AffineMap(matrix: matrix.values.map(Float.init), offset: offset).raised(by: level)
    }

    /// The filter that brings the mean of these envelopes to that of another speaker's, and leaves their differences as they are.
    ///
    /// - Parameter level: What is added to the other's levels, in natural logarithms of power.
    func shift(to other: EnvelopeStatistics, level: Double) -> AffineMap {
        AffineMap(matrix: AffineMap.identity.matrix, offset: zip(other.mean, mean).map { Float($0 - $1) }).raised(by: level)
    }
}
