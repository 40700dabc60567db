/// A change of a task's state, and what goes with it.
struct TaskTransition: Sendable, Hashable {
    /// What brings it about.
    let event: TaskEvent
    /// Where the task stands before.
    let from: TaskState
    /// Which attempts it asks for.
    let condition: Condition
    /// Where the task stands after.
    let to: TaskState
    /// What it adds to the attempts.
    let attemptsChange: Int

    /// Which attempts a transition asks for.
    enum Condition: Sendable {
        case none, attemptsAreLeft, attemptsAreSpent

        /// Whether a task that was begun so often is meant.
        func allows(_ attempts: Int) -> Bool {
            switch self {
            case .none: true
            case .attemptsAreLeft: attempts < TaskStateMachine.attemptLimit
            case .attemptsAreSpent: attempts >= TaskStateMachine.attemptLimit
            }
        }
    }

    /// What becomes of the credits that are held for a task.
    enum Settlement: Sendable {
        case none, charge, giveBack
    }

    init(_ event: TaskEvent, _ from: TaskState, when condition: Condition = .none, to: TaskState, attempts: Int = 0) {
        self.event = event
        self.from = from
        self.condition = condition
        self.to = to
        attemptsChange = attempts
    }

    /// What becomes of the credits: they are settled once, when the task becomes final.
    var settlement: Settlement {
        guard !from.isFinal, to.isFinal else { return .none }
        return to == .completed ? .charge : .giveBack
    }

    /// How many more tasks of the user wait.
    var waitingChange: Int {
        (to == .queued ? 1 : 0) - (from == .queued ? 1 : 0)
    }
}
