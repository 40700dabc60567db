/// A list of checks, printed as they are made.
struct Checkup {
    /// Whether something that is needed does not work.
    private(set) var hasFailed = false

    /// Makes a check, and prints what came of it.
    mutating func check(_ name: String, isNeeded: Bool = true, _ body: () async throws -> String) async {
        do {
            print("  ok       \(name): \(try await body())")
        } catch {
            print("  \(isNeeded ? "MISSING" : "absent ")  \(name): \(CommandFailure.explaining(error).map(\.description) ?? "\(error)")")
            hasFailed = hasFailed || isNeeded
        }
    }
}
