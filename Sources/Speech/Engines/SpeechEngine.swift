/// An engine that turns text into samples, as they are made, and tells when each of its words is heard.
///
/// An engine lives in a host process, on one thread, and speaks one text at a time.
public protocol SpeechEngine {
    /// Which engine this is.
    var engine: EngineVoice.Engine { get }
    /// The engine's own version, for people: `1.51`.
    var version: String { get }
    /// Speaks `utterance` into `sink`.
    ///
    /// - Throws: ``SpeechEngineError``, and whatever the sink throws.
    func speak(_ utterance: Utterance, into sink: any SpeechSink) throws
}
