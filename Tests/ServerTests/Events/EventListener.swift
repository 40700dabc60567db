import Foundation
import TestSupport

/// A client of `GET /api/v1/events` that reads as the events come.
final class EventListener {
    /// An event, as it came.
    struct Event {
        var name: String
        var id: String
        var data: JSON
    }

    private let connection: RawConnection
    private var text = ""

    /// Connects.
    ///
    /// - Parameters:
    ///   - query: What goes behind the path.
    ///   - lastEventID: The header; nil for none.
    init(_ client: APIClient, query: String = "", lastEventID: String? = nil) throws {
        connection = try RawConnection(to: client.url)
        let header = lastEventID.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        connection.send("GET /api/v1/events\(query) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(client.key ?? "")\r\n\(header)\r\n")
    }

    /// The answer's head, and the beginning of the stream, which says where it begins.
    func opening() async throws -> (head: String, id: String) {
        try await read { $0.contains("\n\n") || !$0.hasPrefix("HTTP/1.1 200") && $0.contains("\r\n\r\n") }
        return (
            text.components(separatedBy: "\r\n\r\n")[0],
            lines.first { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) } ?? ""
        )
    }

    /// All events until one for which `condition` holds.
    func events(until condition: (Event) -> Bool) async throws -> [Event] {
        try await read { _ in events.contains(where: condition) }
        return events
    }

    /// Waits until the other end closes the connection, and answers all that came.
    func end() async -> String? {
        await connection.receiveToEnd().map { text + $0 }
    }

    /// Hangs up.
    func close() {
        connection.close()
    }

    private var lines: [Substring] {
        text.split { $0 == "\n" || $0 == "\r\n" }
    }

    /// The whole events so far; lines between them frame the body's pieces.
    private var events: [Event] {
        text.components(separatedBy: "\n\n").dropLast().compactMap { piece in
            func field(_ name: String) -> String? {
                piece.split { $0 == "\n" || $0 == "\r\n" }.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
            }
            guard let name = field("event"), let id = field("id"), let data = field("data"), let json = try? JSON(Data(data.utf8)) else { return nil }
            return Event(name: name, id: id, data: json)
        }
    }

    private func read(until isEnough: (String) -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(RawConnection.patience)
        while !isEnough(text) {
            guard .now < deadline, let data = await connection.receive() else { throw HTTPFailure(description: "The stream ended: \(text)") }
            text += String(decoding: data, as: UTF8.self)
        }
    }
}
