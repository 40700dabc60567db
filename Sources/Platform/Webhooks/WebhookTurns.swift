/// Whose deliveries are tried next: those of who has the fewest under way, so that nobody whose receivers hang holds up another's.
struct WebhookTurns: Sendable, Hashable {
    /// How many tries there may be at once.
    static let limit = 256
    /// How many of one user's.
    static let limitPerUser = 16

    /// How many are under way, by user.
    private(set) var underWay: [String: Int] = [:]

    /// How many are under way in all.
    var total: Int {
        underWay.values.reduce(0, +)
    }

    /// Notes that more of a user's are under way, or fewer.
    mutating func add(_ count: Int, of userID: String) {
        let sum = underWay[userID, default: 0] + count
        underWay[userID] = sum > 0 ? sum : nil
    }

    /// How many deliveries of each user may begin.
    ///
    /// - Parameter users: Those with deliveries that are due, who has waited longest first.
    func room(for users: [String]) -> [(userID: String, count: Int)] {
        var counts = users.map { (userID: $0, count: 0) }
        var left = Self.limit - total
        // A round gives one more to each who has the fewest, and room.
        for level in 0..<Self.limitPerUser {
            for index in counts.indices where left > 0 && underWay[counts[index].userID, default: 0] <= level {
                counts[index].count += 1
                left -= 1
            }
        }
        return counts.filter { $0.count > 0 }
    }
}
