import HTTPTypes
import Hummingbird
import Platform

/// `GET /api/v1/events`: what changes of the caller's tasks, of every family, as it happens.
struct EventRoutes {
    let tasks: SpeechTasks
    let keys: APIKeys
    let limits: Limits

    func add(to group: RouterGroup<UserContext>) {
        group.requiring(.read, .speak).get("/api/v1/events", use: events)
    }

    @Sendable private func events(_ request: Request, _ context: UserContext) async throws -> Response {
        let cursor = try Self.cursor(of: request)
        let place = try limits.enterStream(of: context.principal)
        let presence = try await context.server.presence()
        // Begun before the answer is: who has its head is told of all that comes after.
        let feed = try await tasks.changes(for: context.principal, after: cursor)
        let (keys, key) = (keys, request.key)
        let stream = EventStream(
            feed: feed, presence: presence, isWelcome: { await Self.isValid(key, keys) }, logger: context.logger)
        let body = ResponseBody { writer in try await stream.write(to: &writer) }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .xAccelBuffering: "no"], body: body.holding(place))
    }

    /// After which event the client wants to go on; nil for from now on.
    private static func cursor(of request: Request) throws -> TaskCursor? {
        let fields: [(name: String, value: String?)] = [
            ("Last-Event-ID", request.headers[.lastEventID]),
            ("last_event_id (Last-Event-ID)", request.uri.queryParameters["last_event_id"].map { String($0) }),
        ]
        for case (let name, let value?) in fields where !value.isEmpty {
            guard let cursor = TaskCursor(value) else {
                throw RequestError.invalid(field: name, "is the id of an event of this stream, as 1795247520123-clxxxx")
            }
            return cursor
        }
        return nil
    }

    /// Whether a key still opens doors. Where that can't be told it is asked again later.
    private static func isValid(_ key: String?, _ keys: APIKeys) async -> Bool {
        guard let key else { return false }
        do {
            _ = try await keys.principal(for: key)
            return true
        } catch PlatformError.unauthorized {
            return false
        } catch {
            return true
        }
    }
}

extension HTTPField.Name {
    /// The id of the last event that a client has seen.
    static let lastEventID = Self("last-event-id")!
    /// Whether a proxy keeps parts of an answer back.
    static let xAccelBuffering = Self("x-accel-buffering")!
}
