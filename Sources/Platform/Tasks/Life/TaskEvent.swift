/// What can happen to a task.
enum TaskEvent: String, Sendable, CaseIterable {
    /// A worker begins it.
    case claim
    /// Its worker keeps the lease, and says how far it is.
    case renew
    /// Its file is there.
    case complete
    /// It can't be done.
    case fail
    /// What it needs is not there now: it is to be tried again, while it may.
    case retry
    /// Its worker hands it back, as if it had not been begun.
    case release
    /// Its worker is gone: nobody kept the lease.
    case expire
    /// Its time is over.
    case deadline
    /// Its owner does not want it any more.
    case delete
}
