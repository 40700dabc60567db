extension Array where Element: Equatable {
    /// Whether the elements of `run` are there, one after the other.
    func containsRun(_ run: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: run) }
    }
}
