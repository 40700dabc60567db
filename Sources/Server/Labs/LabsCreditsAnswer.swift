import Platform

/// Credits that can be spent, grant by grant: the answer of `GET /labs/credits`, and a part of that of `GET /me`.
struct LabsCreditsAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case amount
        case expiresAt = "expire_at"
    }

    var amount: Int
    @OrNull var expiresAt: String?

    init(_ credits: SpendableCredits) {
        amount = credits.amount
        expiresAt = credits.expiresAt?.rfc3339
    }
}
