import NIOCore

/// What a connection waits for its client to do, and until when: a pure account of what was received and answered.
///
/// While the server has an unanswered request to work on, the client may be silent.
struct ConnectionDeadlines {
    /// What a client did not do in time.
    enum Lapse {
        /// It asked for nothing.
        case idle
        /// It did not finish the head of a request.
        case head
        /// It did not finish the body of a request.
        case body
        /// It did not hang up after the last answer.
        case farewell
    }

    private enum Phase {
        /// Between requests.
        case idle
        /// Within a request's head.
        case head
        /// Within a request's body.
        case body
        /// After the last answer.
        case farewell(TimeAmount)
    }

    private let limits: ConnectionLimits
    private var phase = Phase.idle
    private var since: NIODeadline
    private var bodyBytes = 0
    private var unanswered = 0
    private var stopsAt: NIODeadline?

    /// The deadlines of a connection that opens at `now`.
    init(limits: ConnectionLimits, now: NIODeadline) {
        self.limits = limits
        since = now
    }

    /// Whether there are requests whose answers are not complete.
    var hasUnanswered: Bool {
        unanswered > 0
    }

    /// Whether a request's body is being received that nobody but the request at hand waits for.
    var isReceivingBody: Bool {
        if case .body = phase { unanswered <= 1 } else { false }
    }

    /// Bytes came, whatever they are.
    mutating func receiveBytes(at now: NIODeadline) {
        if case .idle = phase { enter(.head, now) }
    }

    /// A request's head is complete.
    mutating func receiveHead(at now: NIODeadline) {
        unanswered += 1
        enter(.body, now)
    }

    /// Bytes of a body came.
    mutating func receiveBody(_ count: Int) {
        bodyBytes += count
    }

    /// A request is complete.
    mutating func receiveEnd(at now: NIODeadline) {
        enter(.idle, now)
    }

    /// An answer is complete. What the client has to do next counts from now.
    mutating func answer(at now: NIODeadline) {
        unanswered -= 1
        excuse(at: now)
    }

    /// The time until `now` does not count: the client could do nothing.
    mutating func excuse(at now: NIODeadline) {
        since = now
        bodyBytes = 0
    }

    /// The last answer was given: the client is to hang up within `patience`.
    mutating func leave(within patience: TimeAmount, at now: NIODeadline) {
        enter(.farewell(patience), now)
    }

    /// The server is to stop.
    mutating func stop(at now: NIODeadline) {
        stopsAt = now + ConnectionLimits.stopping
    }

    /// When the client's time is up; nil while it is not the client's turn.
    var deadline: NIODeadline? {
        guard let usual else { return nil }
        return stopsAt.map { min($0, usual) } ?? usual
    }

    /// What the client has not done by `now`, if its time is up.
    func lapse(at now: NIODeadline) -> Lapse? {
        guard let deadline, now >= deadline else { return nil }
        return switch phase {
        case .idle: .idle
        case .head: .head
        case .body: .body
        case .farewell: .farewell
        }
    }

    private var usual: NIODeadline? {
        switch phase {
        case .idle: unanswered == 0 ? since + limits.idle : nil
        case .head: unanswered == 0 ? since + limits.head : nil
        case .body: unanswered <= 1 ? since + limits.body + .milliseconds(Int64(bodyBytes) * 1000 / Int64(ConnectionLimits.bodyRate)) : nil
        case .farewell(let patience): since + patience
        }
    }

    private mutating func enter(_ phase: Phase, _ now: NIODeadline) {
        self.phase = phase
        excuse(at: now)
    }
}
