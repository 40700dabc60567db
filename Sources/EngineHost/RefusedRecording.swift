import Audio
import VoiceCloning

/// A recording that can't be used, in words for the person who sent it.
struct RefusedRecording: Error {
    let message: String
    /// Whether it is a file of a kind that is not taken.
    let isWrongFormat: Bool

    /// - Parameter place: Which of how many recordings it is; nil where it is the only one, or all together are meant.
    /// - Returns: nil for an error that is not about the recording.
    init?(_ error: any Error, place: (number: Int, count: Int)? = nil) {
        let reason: String
        isWrongFormat = if case ReferenceError.wrongFormat = error { true } else { false }
        switch error {
        case let error as ReferenceError: reason = error.message
        case let error as AudioDecodingError: reason = "The recording can't be read: \(error)."
        default: return nil
        }
        message = place.map { "Recording \($0.number) of \($0.count): \(reason)" } ?? reason
    }
}
