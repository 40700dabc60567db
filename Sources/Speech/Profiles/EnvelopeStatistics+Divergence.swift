extension EnvelopeStatistics {
    /// How easily two kinds of envelopes are told apart: the divergence of S. Kullback and R. Leibler ("On information and sufficiency", 1951) of
    /// normal distributions, a quarter of the sum in both directions; 0 where they are alike.
    func divergence(from other: EnvelopeStatistics) -> Double {
        let (mine, theirs) = (covariance(floor: 0.01), other.covariance(floor: 0.01))
        let (myInverse, theirInverse) = (mine.mapped { 1 / $0 }, theirs.mapped { 1 / $0 })
        let difference = zip(mean, other.mean).map { $0 - $1 }
        var sum = -2 * Double(mine.size)
        for index in mine.values.indices { sum += mine.values[index] * theirInverse.values[index] + theirs.values[index] * myInverse.values[index] }
        for inverse in [myInverse, theirInverse] { sum += zip(difference, inverse.times(difference)).reduce(0) { $0 + $1.0 * $1.1 } }
        return sum / 4
    }
}
