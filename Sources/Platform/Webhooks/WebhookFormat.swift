/// How a family of the API tells of a task that is finished.
public protocol WebhookFormat: Sendable {
    /// The name that is stored with a task; it never changes.
    var name: String { get }

    /// The JSON of a webhook that tells of `task`. It is made in the transaction that finishes the task, so it waits for nothing.
    ///
    /// - Parameters:
    ///   - voice: The voice that speaks it; nil where that is gone.
    ///   - linkBase: The base of links.
    func body(of task: SpeechTask, voice: ListedVoice?, linkBase: String) throws -> String
}
