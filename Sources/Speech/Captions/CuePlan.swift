/// Where the cues of a text are cut: the cheapest division of its units that keeps the limits, by dynamic programming.
///
/// A cue may end at a sentence's end for nothing, and elsewhere at a price; each cue has a price, and so has its empty space. The search looks at a
/// bounded number of units a cue, so it is linear in the text.
struct CuePlan {
    /// The most units of a cue, whatever the limits.
    private static let mostUnits = 128
    private static let cueCost = 1000
    private static let emptinessCost = 600
    /// What it costs to show a sentence's end together with a part of another sentence.
    private static let mixtureCost = 1500

    private let units: [CaptionUnit]
    private let limits: CaptionLimits
    private var costs: [Int]
    private var starts: [Int]

    /// The cues of `units`, as ranges of them.
    static func cues(of units: [CaptionUnit], limits: CaptionLimits) -> [Range<Int>] {
        var plan = CuePlan(units: units, limits: limits)
        for start in units.indices { plan.extend(from: start) }
        return plan.cheapest()
    }

    private init(units: [CaptionUnit], limits: CaptionLimits) {
        self.units = units
        self.limits = limits
        costs = [0] + Array(repeating: Int.max, count: units.count)
        starts = Array(repeating: 0, count: units.count + 1)
    }

    /// Tries every cue that begins with the unit at `start`.
    private mutating func extend(from start: Int) {
        var draft = CueDraft()
        for index in start..<min(units.count, start + Self.mostUnits) {
            if index > start, units[index].followsPause { return }
            draft.add(units[index], width: limits.width)
            guard index == start || draft.fits(limits) else { return }
            let cost = costs[start] + cost(of: draft, start..<index + 1)
            if cost < costs[index + 1] {
                costs[index + 1] = cost
                starts[index + 1] = start
            }
        }
    }

    private func cost(of draft: CueDraft, _ range: Range<Int>) -> Int {
        let capacity = limits.width * limits.height
        let emptiness = max(0, capacity - draft.width) * 1000 / capacity
        var cost = Self.cueCost + Self.emptinessCost * emptiness * emptiness / 1_000_000
        if !endsSentence(range.upperBound) { cost += units[range.upperBound - 1].breakAfter.cueCost }
        let isWhole = endsSentence(range.lowerBound) && endsSentence(range.upperBound)
        if draft.hasInnerSentenceEnd && !isWhole { cost += Self.mixtureCost }
        return cost
    }

    /// Whether a sentence, or what is heard as one, ends before the unit at `index`.
    private func endsSentence(_ index: Int) -> Bool {
        index == 0 || index == units.count || units[index].followsPause || units[index - 1].breakAfter == .sentence
    }

    private func cheapest() -> [Range<Int>] {
        var cues: [Range<Int>] = []
        var end = units.count
        while end > 0 {
            cues.append(starts[end]..<end)
            end = starts[end]
        }
        return cues.reversed()
    }
}
