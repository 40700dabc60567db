import NIOCore

/// What a client may have of the server by its connections alone, before it has asked for anything.
public struct ConnectionLimits: Sendable {
    /// How many connections there may be at once.
    public var total: Int
    /// How many of one address, unless it is a trusted proxy's.
    public var perAddress: Int
    /// How long one may be open without a request, and how long a client may take nothing of an answer.
    public var idle: TimeAmount
    /// How long a request's head may take from its first byte.
    public var head: TimeAmount
    /// How long a request's body may take, beside the time that its bytes earn it by ``bodyRate``.
    public var body: TimeAmount

    /// How many connections beyond ``total`` are told that they are too many at once; still more wait until those have gone.
    ///
    /// All of them take descriptors, and a process that has none left does not live long.
    public static let refusable = 64

    /// How many bytes of a body earn it another second.
    static let bodyRate = 1024
    /// The most bytes of a head: its request line and its fields, also of one field alone.
    static let headSize = 32 * 1024
    /// The most fields of a head.
    static let headFieldCount = 128
    /// How long a connection that the server has ended is heard out, so that the last answer reaches a client that is still sending.
    static let farewell = TimeAmount.seconds(5)
    /// The same for a connection that was one too many.
    static let shortFarewell = TimeAmount.seconds(1)
    /// How long a client that stands still holds up a server that is to stop.
    static let stopping = TimeAmount.seconds(3)

    /// Limits with everything given.
    public init(total: Int, perAddress: Int, idle: Duration, head: Duration, body: Duration) {
        self.total = total
        self.perAddress = perAddress
        self.idle = TimeAmount(idle)
        self.head = TimeAmount(head)
        self.body = TimeAmount(body)
    }
}
