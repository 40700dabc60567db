import Speech
import Synchronization

/// Reads the requests of tasks, which are stored as JSON, and remembers those that were read lately.
///
/// Who waits for a task asks for it again and again, and to decode its request takes longer than to find its row.
final class StoredRequests: Sendable {
    private let recent = Mutex<[String: SpeechRequest]>([:])

    /// How many are remembered, and how long each is at most, in bytes: 4 MB in all.
    private static let (limit, longest) = (256, 8 << 10)

    /// The request of a JSON.
    func request(of json: String) throws -> SpeechRequest {
        if let request = recent.withLock({ $0[json] }) { return request }
        let request = try StoredJSON.value(of: json, as: SpeechRequest.self)
        guard json.utf8.count <= Self.longest else { return request }
        recent.withLock { recent in
            if recent.count >= Self.limit { recent = [:] }
            recent[json] = request
        }
        return request
    }
}
