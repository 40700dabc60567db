import Platform

extension TaskTerms {
    /// This family's terms: done in the background, a credit a byte.
    static let credits = TaskTerms(family: .credits, lane: .batch, tariff: .credits, textField: "text")
}
