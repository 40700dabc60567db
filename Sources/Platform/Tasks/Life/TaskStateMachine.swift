/// The life of a task: where it stands, and what each event makes of it.
///
/// It is the one truth on this: the queue makes its SQL of the same transitions. Attempts are counted when a task is claimed, so that one which
/// takes its worker down each time ends. Whatever is final stays so, but that it can be deleted; and nothing comes back from that.
struct TaskStateMachine: Sendable, Hashable {
    /// Where it stands.
    var state: TaskState = .queued
    /// How often it has been begun, and not handed back.
    var attempts = 0

    /// How often a task is begun before it fails.
    static let attemptLimit = 5

    /// Every change that there is. What is not listed does not happen.
    static let transitions: [TaskTransition] = [
        TaskTransition(.claim, .queued, to: .running, attempts: 1),
        TaskTransition(.renew, .running, to: .running),
        TaskTransition(.complete, .running, to: .completed),
        TaskTransition(.fail, .running, to: .failed),
        TaskTransition(.retry, .running, when: .attemptsAreLeft, to: .queued),
        TaskTransition(.retry, .running, when: .attemptsAreSpent, to: .failed),
        TaskTransition(.release, .running, to: .queued, attempts: -1),
        TaskTransition(.expire, .running, when: .attemptsAreLeft, to: .queued),
        TaskTransition(.expire, .running, when: .attemptsAreSpent, to: .failed),
        TaskTransition(.deadline, .queued, to: .failed),
        TaskTransition(.deadline, .running, to: .failed),
        TaskTransition(.delete, .queued, to: .deleted),
        TaskTransition(.delete, .running, to: .deleted),
        TaskTransition(.delete, .completed, to: .deleted),
        TaskTransition(.delete, .failed, to: .deleted),
    ]

    /// What `event` does now; nil for nothing.
    func transition(by event: TaskEvent) -> TaskTransition? {
        Self.transitions.first { $0.event == event && $0.from == state && $0.condition.allows(attempts) }
    }

    /// Where the task stands after `event`; nil where it can't happen.
    func after(_ event: TaskEvent) -> TaskStateMachine? {
        transition(by: event).map { TaskStateMachine(state: $0.to, attempts: attempts + $0.attemptsChange) }
    }
}
