import Platform

/// The answer of `GET /api/v1/credits`.
struct CreditsBalanceAnswer: Encodable {
    struct Breakdown: Encodable {
        var regular: Int
        var permanent: Int
        var resetAt: String
    }

    var success = true
    var credits: Int
    var breakdown: Breakdown

    init(_ balance: CreditBalance) {
        credits = balance.total
        breakdown = Breakdown(regular: balance.regular, permanent: balance.permanent, resetAt: balance.resetAt.rfc3339)
    }
}
