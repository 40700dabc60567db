import Testing

@testable import Platform

@Suite struct WebhookTurnsTests {
    private func counts(_ turns: WebhookTurns, _ users: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: turns.room(for: users).map { ($0.userID, $0.count) })
    }

    @Test func `a user alone has sixteen at once`() {
        var turns = WebhookTurns()
        #expect(counts(turns, ["ada"]) == ["ada": 16])
        turns.add(10, of: "ada")
        #expect(counts(turns, ["ada", "bob"]) == ["ada": 6, "bob": 16])
        turns.add(6, of: "ada")
        #expect(counts(turns, ["ada", "bob"]) == ["bob": 16])
        turns.add(-16, of: "ada")
        #expect(turns == WebhookTurns())
    }

    @Test func `all users share what there is`() {
        var turns = WebhookTurns()
        let users = (0..<100).map { "user \($0)" }
        let shares = counts(turns, users)
        #expect(shares.values.reduce(0, +) == 256)
        #expect(shares.values.allSatisfy { (2...3).contains($0) })
        #expect(shares["user 0"] == 3 && shares["user 99"] == 2)
        for user in users { turns.add(2, of: user) }
        #expect(counts(turns, ["user 7", "ada"]) == ["user 7": 14, "ada": 16])
        turns.add(50, of: "other")
        #expect(counts(turns, ["user 7", "ada"]) == ["user 7": 2, "ada": 4])
        turns.add(6, of: "other")
        #expect(counts(turns, ["ada"]) == [:])
    }
}
