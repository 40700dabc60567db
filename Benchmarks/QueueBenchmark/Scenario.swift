import Database
import Platform

/// Something that is measured, with so much behind it.
protocol Scenario: Sendable {
    /// What it is called.
    static var name: String { get }
    /// How much the smaller side has behind it.
    static var smallSize: Int { get }
    /// How often each side does it in a run; the run's figure is the median.
    static var repetitions: Int { get }
    /// What it is measured on.
    var database: any Database { get }

    /// Fills a new database.
    init(size: Int, path: String) async throws

    /// Does it once.
    func perform() async throws
    /// What is to be done between two, and is not measured.
    func prepare() async throws
}

extension Scenario {
    func prepare() async throws {}
}
