import Platform

/// What a family keeps with a task beside what is spoken, as JSON.
protocol TaskDetails: Codable, Sendable {
    /// What a task has that was taken on without.
    static var none: Self { get }
}

extension TaskDetails {
    /// The details as they are kept.
    var json: String {
        get throws { try StoredJSON.text(of: self) }
    }

    /// The details of a task.
    static func of(_ task: SpeechTask) -> Self {
        task.details.flatMap { try? StoredJSON.value(of: $0) } ?? .none
    }
}
