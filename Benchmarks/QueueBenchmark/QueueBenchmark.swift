import ArgumentParser
import Database
import Foundation

/// Measures what the queue does beside the same with much more behind it, and prints the figures as JSON. `scripts/bench --only queue` runs it.
@main
struct QueueBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue-benchmark", abstract: "Measure the task queue with few and with many tasks behind it, and print JSON.")

    @Option(help: "How many tasks and entries the larger side has.")
    var size = 1_000_000

    @Option(help: "Counted runs of each side.")
    var runs = 5

    @Option(help: "The folder for databases, which are removed again.")
    var folder = NSTemporaryDirectory()

    func run() async throws {
        let folder = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("queue-benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scenarios: [any Scenario.Type] = [ClaimScenario.self, HistoryScenario.self, BalanceScenario.self]
        var comparisons: [Comparison] = []
        for scenario in scenarios { comparisons.append(try await compare(scenario, in: folder)) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(comparisons), as: UTF8.self))
    }

    func validate() throws {
        guard size >= 10_000 else { throw ValidationError("--size is at least 10000.") }
        guard runs >= 1 else { throw ValidationError("--runs is at least 1.") }
    }

    private func compare(_ scenario: any Scenario.Type, in folder: URL) async throws -> Comparison {
        note("\(scenario.name): \(scenario.smallSize) and \(size)")
        let small = try await scenario.init(size: scenario.smallSize, path: folder.appendingPathComponent("\(scenario.name)-small.db").path)
        let large = try await scenario.init(size: size, path: folder.appendingPathComponent("\(scenario.name)-large.db").path)
        let comparison = try await Comparison(of: small, and: large, runs: runs)
        for side in [small, large] as [any Scenario] { try await side.database.close() }
        return comparison
    }

    private func note(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
