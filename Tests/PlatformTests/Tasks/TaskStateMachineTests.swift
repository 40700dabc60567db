import Testing

@testable import Platform

@Suite struct TaskStateMachineTests {
    /// Where each event leads from each state, of a task that may be begun again.
    private static let expected: [TaskState: [TaskEvent: TaskState]] = [
        .queued: [.claim: .running, .deadline: .failed, .delete: .deleted],
        .running: [
            .renew: .running, .complete: .completed, .fail: .failed, .retry: .queued, .release: .queued, .expire: .queued, .deadline: .failed,
            .delete: .deleted,
        ],
        .completed: [.delete: .deleted],
        .failed: [.delete: .deleted],
        .deleted: [:],
    ]

    @Test(arguments: TaskState.allCases, TaskEvent.allCases)
    func `each event leads where it should from each state, or nowhere`(state: TaskState, event: TaskEvent) {
        #expect(TaskStateMachine(state: state, attempts: 1).after(event)?.state == Self.expected[state]?[event])
    }

    @Test(arguments: TaskState.allCases, TaskEvent.allCases)
    func `one transition at most fits`(state: TaskState, event: TaskEvent) {
        for attempts in 0...TaskStateMachine.attemptLimit {
            let fitting = TaskStateMachine.transitions.filter { $0.event == event && $0.from == state && $0.condition.allows(attempts) }
            #expect(fitting.count <= 1)
        }
    }

    @Test(arguments: [TaskEvent.retry, .expire])
    func `who is out of attempts fails`(event: TaskEvent) {
        let limit = TaskStateMachine.attemptLimit
        #expect(TaskStateMachine(state: .running, attempts: limit).after(event) == TaskStateMachine(state: .failed, attempts: limit))
        #expect(TaskStateMachine(state: .running, attempts: limit - 1).after(event) == TaskStateMachine(state: .queued, attempts: limit - 1))
    }

    @Test func `attempts count when a task is claimed, and not when it is handed back`() {
        let claimed = TaskStateMachine().after(.claim)
        #expect(claimed?.attempts == 1)
        #expect(claimed?.after(.release) == TaskStateMachine())
    }

    /// Every standing that a new task can come to.
    private static let reachable: Set<TaskStateMachine> = {
        var found: Set = [TaskStateMachine()]
        var frontier = found
        while !frontier.isEmpty {
            let next = Set(frontier.flatMap { standing in TaskEvent.allCases.compactMap { standing.after($0) } })
            frontier = next.subtracting(found)
            found.formUnion(next)
        }
        return found
    }()

    @Test func `no task is begun more often than the limit, and none waits that may not be begun`() {
        #expect(Set(Self.reachable.map(\.state)) == Set(TaskState.allCases))
        for standing in Self.reachable {
            #expect((0...TaskStateMachine.attemptLimit).contains(standing.attempts))
            if standing.state == .queued { #expect(standing.attempts < TaskStateMachine.attemptLimit) }
            if standing.state == .running { #expect(standing.attempts > 0) }
        }
    }

    @Test func `from wherever a task stands it can be deleted, and it stays deleted`() {
        for standing in Self.reachable where standing.state != .deleted { #expect(standing.after(.delete)?.state == .deleted) }
        for event in TaskEvent.allCases { #expect(TaskStateMachine(state: .deleted, attempts: 3).after(event) == nil) }
    }

    @Test func `credits are settled once on every way through a life`() {
        for transition in TaskStateMachine.transitions {
            switch transition.settlement {
            case .none: #expect(transition.from.isFinal || !transition.to.isFinal)
            case .charge: #expect(transition.to == .completed && !transition.from.isFinal)
            case .giveBack: #expect((transition.to == .failed || transition.to == .deleted) && !transition.from.isFinal)
            }
        }
    }
}
