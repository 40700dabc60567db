import Foundation

extension EnvelopeMap {
    /// What becomes of an envelope, written as a cepstrum.
    func mapped(_ cepstrum: [Float]) -> [Float] {
        let score = zip(cepstrum, voicing.weights).reduce(voicing.bias) { $0 + $1.0 * $1.1 }
        let share = 1 / (1 + exp(-max(-30, min(30, score))))
        let (first, second) = (voiced.mapped(cepstrum), unvoiced.mapped(cepstrum))
        return zip(first, second).map { share * $0 + (1 - share) * $1 }
    }
}

extension AffineMap {
    /// What becomes of a cepstrum.
    fileprivate func mapped(_ cepstrum: [Float]) -> [Float] {
        let order = cepstrum.count
        return (0..<order).map { row in
            var sum = offset[row]
            for column in 0..<order { sum += matrix[row * order + column] * cepstrum[column] }
            return sum
        }
    }
}
