import Database
import Speech
import Synchronization

/// The counts of voices, kept in memory and brought up to date by what changed since.
final class VoiceUsageMemory: Sendable {
    /// The counts as they were at a revision.
    struct State: Sendable {
        /// Up to which revision they are known.
        var revision = 0
        /// The counts by voice; a voice that never spoke is left out.
        var usage: [String: VoiceUsage] = [:]
    }

    private let current = Mutex(State())

    /// What is known now.
    var state: State {
        current.withLock { $0 }
    }

    /// Takes the counts of voices that changed.
    func take(_ changed: [(voiceID: String, usage: VoiceUsage, revision: Int)]) {
        guard !changed.isEmpty else { return }
        current.withLock { state in
            // Two may have read the same; the later state of each is what counts.
            guard let last = changed.map(\.revision).max(), last > state.revision else { return }
            for entry in changed { state.usage[entry.voiceID] = entry.usage }
            state.revision = last
        }
    }

    /// The counts of a voice.
    func usage(of voiceID: String) -> VoiceUsage {
        current.withLock { $0.usage[voiceID] ?? .none }
    }
}
