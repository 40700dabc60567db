import Database
import Speech
import Synchronization

/// The counts of voices and the orders that follow from them, kept in memory and brought up to date by what changed since.
final class VoiceUsageMemory: Sendable {
    private struct State {
        var revision = 0
        var usage: [String: VoiceUsage] = [:]
        var orders: [VoiceOrder: [Int]] = [:]
    }

    private let state = Mutex(State())

    /// Up to which revision it knows the counts.
    var revision: Int {
        state.withLock { $0.revision }
    }

    /// Takes the counts of voices that changed.
    func take(_ changed: [(voiceID: String, usage: VoiceUsage, revision: Int)]) {
        guard !changed.isEmpty else { return }
        state.withLock { state in
            // Two may have read the same; the later state of each is what counts.
            guard let last = changed.map(\.revision).max(), last > state.revision else { return }
            for entry in changed { state.usage[entry.voiceID] = entry.usage }
            state.revision = last
            state.orders = [:]
        }
    }

    /// The counts of a voice.
    func usage(of voiceID: String) -> VoiceUsage {
        state.withLock { $0.usage[voiceID] ?? .none }
    }

    /// The places of `voices`, always the same, in an order.
    func places(of voices: [Voice], in order: VoiceOrder) -> [Int] {
        state.withLock { state in
            if let places = state.orders[order] { return places }
            let places = Self.sorted(voices, by: order, usage: state.usage)
            state.orders[order] = places
            return places
        }
    }

    private static func sorted(_ voices: [Voice], by order: VoiceOrder, usage: [String: VoiceUsage]) -> [Int] {
        let counts = voices.map { voice -> Int in
            let usage = usage[voice.id] ?? .none
            return switch order {
            case .catalogue: 0
            case .usesInYear: usage.usesInYear
            case .charactersInYear: usage.charactersInYear
            }
        }
        // Voices that are alike stay in the catalogue's order: so pages neither repeat nor lose one.
        return voices.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    }
}
