import NIOCore
import Testing

@testable import Server

/// What a connection waits for, and until when.
@Suite struct ConnectionDeadlinesTests {
    private static let limits = ConnectionLimits(total: 1, perAddress: 1, idle: .seconds(75), head: .seconds(15), body: .seconds(20))
    private var deadlines = ConnectionDeadlines(limits: limits, now: Self.time(0))

    private static func time(_ seconds: Int64) -> NIODeadline {
        NIODeadline.uptimeNanoseconds(1_000_000_000_000) + .seconds(seconds)
    }

    private mutating func receiveRequest(at seconds: Int64) {
        deadlines.receiveBytes(at: Self.time(seconds))
        deadlines.receiveHead(at: Self.time(seconds))
        deadlines.receiveEnd(at: Self.time(seconds))
    }

    @Test func `a connection that says nothing has the idle limit`() {
        #expect(deadlines.deadline == Self.time(75))
        #expect(deadlines.lapse(at: Self.time(74)) == nil)
        #expect(deadlines.lapse(at: Self.time(75)) == .idle)
    }

    @Test mutating func `a head counts from its first byte, however many follow`() {
        for second in 50..<64 { deadlines.receiveBytes(at: Self.time(Int64(second))) }
        #expect(deadlines.lapse(at: Self.time(64)) == nil)
        #expect(deadlines.lapse(at: Self.time(65)) == .head)
    }

    @Test mutating func `a body earns time by its bytes`() {
        deadlines.receiveBytes(at: Self.time(0))
        deadlines.receiveHead(at: Self.time(1))
        #expect(deadlines.deadline == Self.time(21))
        deadlines.receiveBody(10 * 1024)
        #expect(deadlines.deadline == Self.time(31))
        #expect(deadlines.lapse(at: Self.time(31)) == .body)
    }

    @Test mutating func `a client may be silent while it is answered`() {
        receiveRequest(at: 0)
        #expect(deadlines.deadline == nil)
        #expect(deadlines.lapse(at: Self.time(1000)) == nil)
        deadlines.answer(at: Self.time(1000))
        #expect(deadlines.deadline == Self.time(1075))
    }

    @Test mutating func `a second request in advance waits for the answer to the first`() {
        receiveRequest(at: 0)
        deadlines.receiveBytes(at: Self.time(1))
        #expect(deadlines.deadline == nil)
        deadlines.answer(at: Self.time(100))
        #expect(deadlines.deadline == Self.time(115))
        deadlines.receiveHead(at: Self.time(101))
        #expect(deadlines.isReceivingBody)
        #expect(deadlines.deadline == Self.time(121))
    }

    @Test mutating func `time in which the server does not read is not the client's`() {
        deadlines.receiveBytes(at: Self.time(0))
        deadlines.receiveHead(at: Self.time(0))
        deadlines.excuse(at: Self.time(20))
        #expect(deadlines.lapse(at: Self.time(39)) == nil)
        #expect(deadlines.lapse(at: Self.time(40)) == .body)
    }

    @Test mutating func `a server that stops is patient for a moment alone`() {
        deadlines.receiveBytes(at: Self.time(0))
        deadlines.receiveHead(at: Self.time(0))
        deadlines.stop(at: Self.time(10))
        #expect(deadlines.deadline == Self.time(13))
    }

    @Test mutating func `who was answered last has to hang up`() {
        receiveRequest(at: 0)
        deadlines.answer(at: Self.time(1))
        deadlines.leave(within: .seconds(5), at: Self.time(1))
        deadlines.receiveBytes(at: Self.time(5))
        #expect(deadlines.lapse(at: Self.time(6)) == .farewell)
    }

    @Test func `a client that takes nothing stands still from the first look on`() {
        var progress = WriteProgress()
        progress.write(1000)
        #expect(progress.stall(waiting: 400, at: Self.time(0)) == .zero)
        #expect(progress.stall(waiting: 400, at: Self.time(5)) == .zero)
        #expect(progress.stall(waiting: 400, at: Self.time(9)) == .seconds(4))
        progress.write(500)
        #expect(progress.stall(waiting: 900, at: Self.time(12)) == .seconds(7))
        #expect(progress.stall(waiting: 899, at: Self.time(15)) == .zero)
        #expect(progress.stall(waiting: 0, at: Self.time(99)) == .zero)
    }

    @Test func `places are given up to the limits, and again when they are free`() throws {
        let counts = ConnectionCounts(total: 3, perAddress: 2)
        let first = try counts.enter("a")
        _ = try counts.enter("a")
        #expect(throws: RequestError.tooManyConnectionsOfAddress(limit: 2)) { try counts.enter("a") }
        let proxied = try counts.enter(nil)
        #expect(throws: RequestError.tooManyConnections) { try counts.enter("b") }
        counts.leave(proxied)
        #expect(throws: RequestError.tooManyConnectionsOfAddress(limit: 2)) { try counts.enter("a") }
        counts.leave(first)
        _ = try counts.enter("a")
    }
}
