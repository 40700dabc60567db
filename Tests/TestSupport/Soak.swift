import Foundation

/// How long tests of chance go on, and what chance is to them: set by `make soak`, short and always the same elsewhere.
public enum Soak {
    private static let environment = ProcessInfo.processInfo.environment

    /// Whether this is the long form (`MYNAH_SOAK=1`).
    public static let isLong = environment["MYNAH_SOAK"] == "1"

    /// What chance follows from (`MYNAH_SEED`): unless it is given, another in each long form. The same seed makes the same choices.
    public static let seed = environment["MYNAH_SEED"].flatMap { UInt64($0) } ?? (isLong ? UInt64.random(in: 0...UInt64(UInt32.max)) : 1)

    /// What chance follows from where a short form is always the same: `MYNAH_SEED`, or `short`; in the long form ``seed``.
    public static func seed(short: UInt64) -> UInt64 {
        isLong || environment["MYNAH_SEED"] != nil ? seed : short
    }

    /// How many steps a test of chance takes (`MYNAH_STEPS`).
    public static func steps(short: Int, long: Int) -> Int {
        environment["MYNAH_STEPS"].flatMap { Int($0) } ?? (isLong ? long : short)
    }

    /// One of two numbers, as the form has it.
    public static func rounds(short: Int, long: Int) -> Int {
        isLong ? environment["MYNAH_ROUNDS"].flatMap { Int($0) } ?? long : short
    }

    /// Says how far a test is, with the seed that makes it repeat.
    public static func say(_ text: String) {
        print("[seed \(seed)] \(text)")
        fflush(nil)
    }
}
