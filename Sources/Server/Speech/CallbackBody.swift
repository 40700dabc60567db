import Platform
import Speech

/// What the Labs and Max families tell of a task that is finished.
struct CallbackBody: Encodable {
    var error: String
    var id: String
    var input: String
    var result: String
    /// Where its subtitle is; only where the family has a field for it.
    var subtitle: String?

    /// - Parameters:
    ///   - base: The base of links.
    ///   - showsSubtitle: Whether the family has a field for that.
    init(_ task: SpeechTask, base: String, showsSubtitle: Bool) {
        error = task.error ?? ""
        id = task.id
        input = task.request.text
        result = task.audioLink(base: base) ?? ""
        subtitle = showsSubtitle ? task.subtitleLink(base: base) ?? "" : nil
    }
}
