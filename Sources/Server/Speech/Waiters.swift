import Synchronization

/// Who waits for what, in this process: what several wait for is given up only when the last of them has left without it.
final class Waiters<Subject: Hashable & Sendable>: Sendable {
    private struct Party {
        var count = 0
        var isServed = false
    }

    private let parties = Mutex<[Subject: Party]>([:])

    /// One more waits for `subject`, until it leaves.
    func enter(_ subject: Subject) {
        parties.withLock { $0[subject, default: Party()].count += 1 }
    }

    /// One that waited leaves.
    ///
    /// - Parameter isServed: Whether it got what it waited for.
    /// - Returns: Whether nobody is left, and nobody got it.
    func leave(_ subject: Subject, isServed: Bool) -> Bool {
        parties.withLock { parties in
            guard var party = parties[subject] else { return !isServed }
            party.count -= 1
            if isServed { party.isServed = true }
            parties[subject] = party.count > 0 ? party : nil
            return party.count == 0 && !party.isServed
        }
    }
}
