import Speech
import Synchronization

/// Voices prepared for being listed: a user's clones, then the system's, with the orders that follow from their counts.
final class VoiceShelf: Sendable {
    /// The clones, the newest first.
    let clones: [VoiceClone]
    private let index: VoiceIndex
    private let orders = Mutex<(revision: Int, places: [VoiceOrder: [Int]])>((0, [:]))

    /// The system's voices alone.
    init(system: [Voice]) {
        clones = []
        index = VoiceIndex(system)
    }

    /// A user's clones before the voices of `system`.
    init(clones: [VoiceClone], system: VoiceShelf) {
        self.clones = clones
        index = VoiceIndex(clones.map(\.voice), before: system.index)
    }

    /// How many voices there are.
    var count: Int {
        index.voices.count
    }

    /// The voice at a place.
    ///
    /// - Parameter usage: Answers the counts of a voice's id.
    func voice(at place: Int, usage: (String) -> VoiceUsage) -> ListedVoice {
        let voice = index.voices[place]
        return place < clones.count ? ListedVoice(clones[place], usage: usage(voice.id)) : ListedVoice(voice, usage: usage(voice.id))
    }

    /// The places of the voices that a filter lets through, in an order.
    ///
    /// - Parameters:
    ///   - clonesOnly: Whether the system's are left out.
    ///   - usage: What is counted of them.
    func places(matching filter: VoiceFilter, in order: VoiceOrder, clonesOnly: Bool, usage: VoiceUsageMemory) -> [Int] {
        let places = index.places(matching: filter, among: order == .catalogue ? nil : self.places(in: order, usage: usage))
        return clonesOnly ? places.filter { $0 < clones.count } : places
    }

    private func places(in order: VoiceOrder, usage: VoiceUsageMemory) -> [Int] {
        let counts = usage.state
        return orders.withLock { orders in
            if orders.revision != counts.revision { orders = (counts.revision, [:]) }
            if let places = orders.places[order] { return places }
            let places = sorted(by: order, usage: counts.usage)
            orders.places[order] = places
            return places
        }
    }

    private func sorted(by order: VoiceOrder, usage: [String: VoiceUsage]) -> [Int] {
        switch order.key {
        case .creation: sorted(by: { $0?.createdAt.milliseconds ?? 0 }, order)
        case .update: sorted(by: { $0?.updatedAt.milliseconds ?? 0 }, order)
        case .duration: sorted(by: { $0?.duration ?? 0 }, order)
        case .name: sorted(index.voices.map(\.name), order)
        case .uses: sorted(index.voices.map { usage[$0.id]?.uses ?? 0 }, order)
        case .usesInYear: sorted(index.voices.map { usage[$0.id]?.usesInYear ?? 0 }, order)
        case .charactersInYear: sorted(index.voices.map { usage[$0.id]?.charactersInYear ?? 0 }, order)
        }
    }

    private func sorted(by value: (VoiceClone?) -> some Comparable, _ order: VoiceOrder) -> [Int] {
        sorted(clones.map(value) + Array(repeating: value(nil), count: count - clones.count), order)
    }

    /// Voices that are alike stay in the catalogue's order: so pages neither repeat nor lose one.
    private func sorted(_ values: [some Comparable], _ order: VoiceOrder) -> [Int] {
        order.isAscending
            ? values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
            : values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] > values[$1] }
    }
}
