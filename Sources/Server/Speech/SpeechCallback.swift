/// Whom a task is to tell of its end, as a request says it.
struct SpeechCallback: Sendable, Hashable {
    /// Where it is sent; not checked yet.
    var url: String
    /// What the family calls the URL, for errors.
    var field: String
    /// The name of the format in which it is told.
    var format: String
}
