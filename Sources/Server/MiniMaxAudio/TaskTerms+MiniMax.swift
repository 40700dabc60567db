import Platform

extension TaskTerms {
    /// This family's terms: done while the client waits, for nothing, up to 1000 characters.
    static let miniMax = TaskTerms(
        family: .minimax, lane: .interactive, tariff: .freeThousand, textField: "text", languageField: "language_boost")
}
