import Platform

extension TaskTerms {
    /// This family's terms: done in the background, a credit a character.
    static let max = TaskTerms(family: .max, lane: .batch, tariff: .characters, textField: "text")
}
