import Foundation
import Platform

/// What a family keeps with a task beside what is spoken, as JSON.
protocol TaskDetails: Codable, Sendable {
    /// What a task has that was taken on without.
    static var none: Self { get }
}

extension TaskDetails {
    /// The details as they are kept.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The details of a task.
    static func of(_ task: SpeechTask) -> Self {
        task.details.flatMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) } ?? .none
    }
}
