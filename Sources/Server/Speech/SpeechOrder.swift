import Platform
import Speech

/// A family's request for speech, read. Encoded, it is what tells one request from another, so whatever has an effect is in it.
protocol SpeechOrder: Encodable, Sendable {
    /// What is to be spoken.
    var speechRequest: SpeechRequest { get }
    /// What the family keeps with the task; nil for nothing.
    var details: String? { get throws }
    /// Whom the task tells of its end; nil for nobody.
    var callback: SpeechCallback? { get }
}

extension SpeechOrder {
    var details: String? { nil }
}
