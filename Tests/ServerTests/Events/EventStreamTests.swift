import Database
import Files
import Foundation
import Hummingbird
import Logging
import Platform
import Speech
import Synchronization
import TestSupport
import Testing

@testable import Server

/// An event stream without a connection.
@Suite(.timeLimit(.minutes(3))) struct EventStreamTests {
    private let folder: TemporaryFolder
    private let feed: TaskChangeFeed

    init() async throws {
        folder = try TemporaryFolder()
        let database = try SQLiteDatabase(path: folder.url.appendingPathComponent("test.db").path)
        try await database.migrate(Schema.migrations)
        let files = PublicFiles(database: database, store: try DiskFileStore(folder: folder.url.path))
        let tasks = SpeechTasks(
            database: database, voices: Voices(catalogue: .system, database: database), files: files, outbox: WebhookOutbox(formats: []),
            clock: .system, ids: .system)
        feed = try await tasks.changes(for: Principal(userID: "ada", keyID: "key"), after: nil)
    }

    private func written(presence: ClientPresence = ClientPresence(), isWelcome: @escaping @Sendable () -> Bool) async throws -> WrittenBody.Record {
        let stream = EventStream(
            feed: feed, presence: presence, isWelcome: { isWelcome() }, beat: .milliseconds(20), logger: Logger(label: "test"))
        let body = WrittenBody()
        var writer: any ResponseBodyWriter = body
        try await stream.write(to: &writer)
        return body.record
    }

    @Test func `it says that it is there, and ends when its key opens nothing any more`() async throws {
        let asked = Mutex(0)
        let written = try await written {
            asked.withLock {
                $0 += 1
                return $0 < 4
            }
        }
        #expect(written.isFinished)
        #expect(written.text == "retry: 2000\nid: \(feed.start.text)\n\n" + String(repeating: ": still here\n\n", count: 3))
    }

    @Test func `it ends when the client goes`() async throws {
        let presence = ClientPresence()
        presence.leave()
        #expect(try await written(presence: presence) { true }.isFinished)
        let other = ClientPresence()
        // The client goes in the midst of it.
        let written = try await written(presence: other) {
            other.leave()
            return true
        }
        #expect(written.isFinished)
    }

    @Test func `events are written as the standard has them`() {
        #expect(ServerSentEvent.event(name: "task", id: "5-cla", data: "{}").text == "event: task\nid: 5-cla\ndata: {}\n\n")
        #expect(ServerSentEvent.opening(retry: 2000, id: "5-").text == "retry: 2000\nid: 5-\n\n")
        #expect(ServerSentEvent.comment("still here").text == ": still here\n\n")
    }
}
