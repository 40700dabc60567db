/// Which lane comes next: interactive tasks go ahead of those in the background, without starving them.
struct TaskLaneTurn: Sendable, Hashable {
    /// How often the batch lane was passed over, since it last had its turn.
    private(set) var passedOver: Int

    /// While tasks wait in both lanes, one claim in so many is the batch lane's.
    static let batchShare = 4

    /// The state after the batch lane was passed over so often.
    init(passedOver: Int = 0) {
        self.passedOver = passedOver
    }

    /// The lane whose turn it is among those in which tasks wait; nil when none do.
    mutating func next(among waiting: Set<TaskLane>) -> TaskLane? {
        guard waiting.contains(.batch) else { return waiting.first }
        if waiting.contains(.interactive), passedOver < Self.batchShare - 1 {
            passedOver += 1
            return .interactive
        }
        passedOver = 0
        return .batch
    }
}
