import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Platform

/// Keeps one connection to the limits: closes what stands still, refuses what is too large or too much, and hears nobody out for ever.
///
/// Errors within a request that is being answered go to whoever answers it; where nobody does, they are answered here.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Whether the client is still there.
    let presence = ClientPresence()
    /// Whether bytes are being waited for.
    var isReading = false
    /// How the client takes what is written.
    var progress = WriteProgress()
    /// Whether the last answer was given, and what still comes is not looked at.
    private(set) var isLeaving = false
    /// Whether what waits to be taken is given up.
    private(set) var isAbandoned = false

    private let limits: ConnectionLimits
    private let counts: ConnectionCounts
    private let proxies: TrustedProxies
    private let rates: Limits
    private var deadlines: ConnectionDeadlines
    private var timer: Scheduled<Void>?
    /// The connection's place among all, if it got one.
    private var place: ConnectionCounts.Place?
    /// Whether what is received makes no sense any more.
    private var isBroken = false
    /// Whether the connection ends with the answer that is being written.
    private var endsWithAnswer = false
    private var isStopping = false
    private var isInputClosed = false

    init(limits: ConnectionLimits, counts: ConnectionCounts, proxies: TrustedProxies, rates: Limits) {
        self.limits = limits
        self.counts = counts
        self.proxies = proxies
        self.rates = rates
        deadlines = ConnectionDeadlines(limits: limits, now: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandler(ConnectionWire(owner: self), position: .first)
        } catch {
            context.fireErrorCaught(error)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        let address = Self.address(context)
        do {
            place = try counts.enter(proxies.include(address) ? nil : address)
        } catch {
            refuse(error, farewell: ConnectionLimits.shortFarewell, context)
        }
        watch(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        if let place = place.take() { counts.leave(place) }
        presence.leave()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isStopping = true
            deadlines.stop(at: .now())
            watch(context)
        }
        context.fireUserInboundEventTriggered(event)
        if isInputClosed, isLeaving { context.close(promise: nil) }
    }

    // MARK: What is received

    /// Notes that bytes came, and says whether they are worth parsing.
    func takeBytes() -> Bool {
        deadlines.receiveBytes(at: .now())
        return !isBroken && !isLeaving
    }

    /// Notes that nothing more will come.
    func endInput() {
        isInputClosed = true
        presence.leave()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isBroken, !isLeaving else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            deadlines.receiveHead(at: .now())
            if Self.closes(head.headerFields) { endsWithAnswer = true }
        case .body(let bytes): deadlines.receiveBody(bytes.readableBytes)
        case .end: deadlines.receiveEnd(at: .now())
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case is IOError, is ChannelError: context.fireErrorCaught(error)
        case HTTPParserError.headerOverflow: fail(.headTooLarge(limit: ConnectionLimits.headSize), context)
        case HTTPParserError.invalidEOFState: fail(.cutShort, context)
        default: fail(.malformedRequest, context)
        }
    }

    private func fail(_ error: RequestError, _ context: ChannelHandlerContext) {
        guard !isBroken, !isLeaving else { return }
        isBroken = true
        if deadlines.hasUnanswered {
            context.fireErrorCaught(error)
        } else {
            refuse(error, farewell: ConnectionLimits.farewell, context)
        }
    }

    // MARK: What is answered

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isLeaving else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.kind != .informational:
            // What is left of the body is not waited for.
            if deadlines.isReceivingBody { head.headerFields[.connection] = "close" }
            if Self.closes(head.headerFields) { endsWithAnswer = true }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            deadlines.answer(at: .now())
            guard endsWithAnswer, !deadlines.hasUnanswered else { return context.write(data, promise: promise) }
            leave(within: ConnectionLimits.farewell, context).cascade(to: promise)
        default: context.write(data, promise: promise)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        // Who leaves is closed when the client has hung up, or the time for that is over.
        guard isLeaving, mode != .input else { return context.close(mode: mode, promise: promise) }
        context.channel.closeFuture.cascade(to: promise)
    }

    /// Answers an error where nobody else does, and leaves.
    private func refuse(_ error: RequestError, farewell: TimeAmount, _ context: ChannelHandlerContext) {
        let answer = ErrorAnswer(error)
        let text = ByteBuffer(string: answer.message + "\n")
        var fields = answer.headers
        fields.append(contentsOf: HTTPFields(rates.standing(of: .address(Self.address(context)))))
        fields[.contentType] = "text/plain; charset=utf-8"
        fields[.contentLength] = "\(text.readableBytes)"
        fields[.connection] = "close"
        context.write(wrapOutboundOut(.head(HTTPResponse(status: answer.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(text)), promise: nil)
        _ = leave(within: farewell, context)
    }

    /// Ends the answer and this side of the connection, and has the client hang up: one that is closed while it still sends loses its last answer.
    ///
    /// - Returns: The end of the answer.
    private func leave(within patience: TimeAmount, _ context: ChannelHandlerContext) -> EventLoopFuture<Void> {
        isLeaving = true
        deadlines.leave(within: patience, at: .now())
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            context.close(mode: self.isInputClosed ? .all : .output, promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
        // Whoever would read on may have stopped to.
        context.read()
        watch(context)
        return written.futureResult
    }

    private static func address(_ context: ChannelHandlerContext) -> String {
        context.remoteAddress?.ipAddress ?? ServerContext.noAddress
    }

    private static func closes(_ fields: HTTPFields) -> Bool {
        fields[.connection]?.lowercased() == "close"
    }

    // MARK: What takes too long

    /// How many bytes wait for the client to take them.
    func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    /// Looks again when the next deadline is due, and often enough not to miss one that comes to be in the meantime.
    private func watch(_ context: ChannelHandlerContext) {
        timer?.cancel()
        guard context.channel.isActive else { return }
        let tick = isStopping || isLeaving ? TimeAmount.seconds(1) : min(limits.idle, limits.head, limits.body)
        let time = min(deadlines.deadline ?? .distantFuture, .now() + tick)
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) {
            self.check(context)
            self.watch(context)
        }
    }

    private func check(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let waiting = waitingBytes(context)
        let stall = progress.stall(waiting: waiting, at: now)
        if stall >= (isStopping ? min(ConnectionLimits.stopping, limits.idle) : limits.idle) { return abandon(context) }
        switch deadlines.lapse(at: now) {
        case nil: break
        case .idle where waiting > 0, .farewell where waiting > 0: deadlines.excuse(at: now)
        case .idle: context.close(promise: nil)
        case .head: fail(.headTooSlow, context)
        case .body where !isReading && !isBroken: deadlines.excuse(at: now)
        case .body: fail(.bodyTooSlow, context)
        case .farewell: abandon(context)
        }
    }

    private func abandon(_ context: ChannelHandlerContext) {
        isAbandoned = true
        context.close(promise: nil)
    }
}
