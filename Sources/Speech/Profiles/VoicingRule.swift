import Foundation

/// Tells by an envelope alone how likely its sound is voiced.
///
/// The linear discriminant of R. Fisher, "The use of multiple measurements in taxonomic problems", 1936.
public struct VoicingRule: Sendable, Codable, Hashable {
    /// What each number of a cepstrum counts for.
    public var weights: [Float]
    /// What is added: above 0 in all, a sound is rather voiced.
    public var bias: Float

    /// A rule with everything given.
    public init(weights: [Float], bias: Float) {
        self.weights = weights
        self.bias = bias
    }

    /// The rule that tells `voiced` envelopes from `unvoiced` ones.
    init(voiced: EnvelopeStatistics, unvoiced: EnvelopeStatistics) {
        let total = Double(max(1, voiced.count + unvoiced.count))
        let (first, second) = (voiced.covariance(floor: 0.02), unvoiced.covariance(floor: 0.02))
        var within = SquareMatrix(size: EnvelopeScale.order)
        for index in within.values.indices {
            within.values[index] = (first.values[index] * Double(voiced.count) + second.values[index] * Double(unvoiced.count)) / total
        }
        let (upper, lower) = (voiced.mean, unvoiced.mean)
        let weights = within.mapped { 1 / $0 }.times(zip(upper, lower).map { $0 - $1 })
        let middle = weights.indices.reduce(0) { $0 + weights[$1] * (upper[$1] + lower[$1]) / 2 }
        self.weights = weights.map(Float.init)
        bias = Float(log(Double(max(1, voiced.count)) / Double(max(1, unvoiced.count))) - middle)
    }
}
