import ArgumentParser

/// A stretch of time as people type it: `12h`, `90d`, `2w`.
struct Lifetime: ExpressibleByArgument {
    /// How long it is.
    let duration: Duration

    init?(argument: String) {
        let units: [Character: Int] = ["h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()), (1...100_000).contains(count) else { return nil }
        duration = .seconds(count * unit)
    }
}
