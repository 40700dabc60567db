import NIOCore

/// Whether a client takes what is written to it.
struct WriteProgress {
    private var written = 0
    private var taken = 0
    private var stalledSince: NIODeadline?

    /// Bytes were handed over.
    mutating func write(_ count: Int) {
        written += count
    }

    /// How long the client has taken nothing, as far as looks at this from time to time can tell.
    ///
    /// - Parameter waiting: How many bytes wait to be taken.
    mutating func stall(waiting: Int, at now: NIODeadline) -> TimeAmount {
        let isStalled = waiting > 0 && written - waiting == taken
        taken = written - waiting
        stalledSince = isStalled ? stalledSince ?? now : nil
        return stalledSince.map { now - $0 } ?? .zero
    }
}
