import Speech

/// A task's subtitle: an SRT file that is stored, and what it was cut with.
struct TaskSubtitle: Sendable, Hashable {
    /// Its public name, which nobody guesses.
    var name: String
    /// The stored file.
    var blob: Blob
    /// How it was cut.
    var limits: CaptionLimits
}
