import Synchronization

/// Work that several wait for together: it is begun by the first of them, and given up when the last has left.
final class SharedWork<Subject: Hashable & Sendable, Result: Sendable>: Sendable {
    private struct Party {
        var work: Task<Result, any Error>
        var count: Int
        var number: Int
    }

    private let parties = Mutex<(open: [Subject: Party], number: Int)>(([:], 0))

    /// What comes of the work on `subject`, which is begun unless it is under way.
    ///
    /// - Throws: What `work` throws; `CancellationError`.
    func result(of subject: Subject, _ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let party = parties.withLock { parties -> Party in
            if var party = parties.open[subject], !party.work.isCancelled {
                party.count += 1
                parties.open[subject] = party
                return party
            }
            parties.number += 1
            let party = Party(work: Task { try await work() }, count: 1, number: parties.number)
            parties.open[subject] = party
            return party
        }
        let hasLeft = Mutex(false)
        let leave: @Sendable () -> Void = { [self] in
            let isFirst = hasLeft.withLock { left in
                defer { left = true }
                return !left
            }
            if isFirst { self.leave(subject, party.number) }
        }
        defer { leave() }
        return try await withTaskCancellationHandler {
            let result = try await party.work.value
            try Task.checkCancellation()
            return result
        } onCancel: {
            leave()
        }
    }

    private func leave(_ subject: Subject, _ number: Int) {
        parties.withLock { parties in
            guard var party = parties.open[subject], party.number == number else { return }
            party.count -= 1
            if party.count == 0 { party.work.cancel() }
            parties.open[subject] = party.count > 0 ? party : nil
        }
    }
}
