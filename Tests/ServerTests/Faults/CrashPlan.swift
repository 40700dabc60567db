import TestSupport

/// What happens in one round: what is asked for, and who dies when.
struct CrashPlan {
    /// A text that is asked for.
    struct Order: Sendable {
        var text: String
        var voice: String
        var format: String
        /// Its `Idempotency-Key`.
        var key: String

        /// What it costs.
        var price: Int { text.utf8.count }
    }

    /// How long the engines live on, one after the other, in milliseconds.
    var hostDeaths: [Int]
    /// How long the server lives on after that; nil for one that is not killed.
    var serverDeath: Int?
    /// What is asked for, all at once.
    var orders: [Order]

    /// The plan of a round. Deaths fall anywhere from before the first task is taken on to after the last is done.
    init(round: Int, using random: inout SeededGenerator) {
        hostDeaths = (0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 0...600, using: &random) }
        serverDeath = hostDeaths.isEmpty || Int.random(in: 0..<4, using: &random) > 0 ? Int.random(in: 0...1500, using: &random) : nil
        orders = (0..<Int.random(in: 6...16, using: &random)).map { number in
            let length =
                Int.random(in: 1...10, using: &random) == 1 ? Int.random(in: 60...140, using: &random) : Int.random(in: 1...30, using: &random)
            return Order(
                text: "Round \(round), number \(number). " + String(repeating: "It is spoken and paid once. ", count: length),
                voice: ["en-us", "rms", "slt", "vi"].randomElement(using: &random) ?? "rms",
                format: ["mp3", "wav", "opus", "pcm"].randomElement(using: &random) ?? "mp3", key: "round-\(round)-\(number)")
        }
    }
}
