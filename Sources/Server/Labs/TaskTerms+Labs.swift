import Platform

extension TaskTerms {
    /// This family's terms: done in the background, a credit a character.
    static let labs = TaskTerms(family: .labs, lane: .batch, tariff: .characters, textField: "input")
}
