import Hummingbird
import Logging
import NIOCore
import Platform

/// Tells one client what changes of its user's tasks, until it goes, may not listen any more, or the server is to stop.
struct EventStream: Sendable {
    let feed: TaskChangeFeed
    let presence: ClientPresence
    /// Whether the client may still listen.
    let isWelcome: @Sendable () async -> Bool
    /// How often that is asked, and a sign of life sent.
    var beat: Duration = .seconds(15)
    let logger: Logger

    /// How long a client is to wait before it connects again, in milliseconds.
    private static let retry = 2000

    /// Writes until the stream ends, and finishes the body.
    func write(to writer: inout any ResponseBodyWriter) async throws {
        try await Self.write([.opening(retry: Self.retry, id: feed.start.text)], to: &writer)
        var nextBeat = ContinuousClock.now + beat
        while let changes = await changes(within: nextBeat - .now) {
            try await Self.write(changes.map(Self.event), to: &writer)
            guard .now >= nextBeat else { continue }
            guard await isWelcome() else { break }
            try await Self.write([.comment("still here")], to: &writer)
            nextBeat = .now + beat
        }
        try await writer.finish(nil)
    }

    /// The next changes; nil where there is no use in going on.
    private func changes(within patience: Duration) async -> [TaskChange]? {
        do {
            return try await presence.whileHere { [feed] in try await feed.next(within: patience) }
        } catch is CancellationError {
            return nil
        } catch {
            // The client connects again, and misses nothing.
            logger.warning("An event stream is cut short.", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private static func event(_ change: TaskChange) throws -> ServerSentEvent {
        .event(name: "task", id: change.cursor.text, data: try Response.jsonText(TaskEventAnswer(change)))
    }

    private static func write(_ events: [ServerSentEvent], to writer: inout any ResponseBodyWriter) async throws {
        guard !events.isEmpty else { return }
        try await writer.write(ByteBuffer(string: events.map(\.text).joined()))
    }
}
