/// The milliseconds that something took with little and with much behind it, run by run.
struct Comparison: Encodable {
    var name: String
    var smallSize: Int
    var small: [Double] = []
    var large: [Double] = []

    /// Measures both in turns, now one and now the other first, so that what disturbs the machine disturbs both; the first run does not count.
    init<Measured: Scenario>(of smaller: Measured, and larger: any Scenario, runs: Int) async throws {
        name = Measured.name
        smallSize = Measured.smallSize
        for run in 0...runs {
            var (short, long) = ([Double](), [Double]())
            for repetition in 0..<Measured.repetitions {
                if repetition % 2 == 0 { short.append(try await Self.milliseconds(of: smaller)) }
                long.append(try await Self.milliseconds(of: larger))
                if repetition % 2 == 1 { short.append(try await Self.milliseconds(of: smaller)) }
            }
            guard run > 0 else { continue }
            small.append(Self.median(short))
            large.append(Self.median(long))
        }
    }

    private static func milliseconds(of scenario: any Scenario) async throws -> Double {
        try await scenario.prepare()
        let started = ContinuousClock.now
        try await scenario.perform()
        return (ContinuousClock.now - started) / .milliseconds(1)
    }

    private static func median(_ figures: [Double]) -> Double {
        figures.sorted()[figures.count / 2]
    }
}
