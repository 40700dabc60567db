import Platform

/// The answer of `GET /me`.
struct LabsUserAnswer: Encodable {
    var id: String
    var username: String
    var balance: Int
    var credits: [LabsCreditsAnswer]

    init(_ user: User, credits: [SpendableCredits]) {
        id = user.id
        username = user.name
        balance = credits.reduce(0) { $0 + $1.amount }
        self.credits = credits.map(LabsCreditsAnswer.init)
    }
}
