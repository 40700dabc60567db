/// Why an engine did not speak.
public enum SpeechEngineError: Error, Sendable, Hashable {
    /// The engine could not start; its own words say why.
    case unavailable(engine: String, reason: String)
    /// The engine has no voice of that name.
    case unknownVoice(engine: String, name: String)
    /// The engine failed in mid-text.
    case failed(engine: String, reason: String)

    /// What to tell the person.
    public var message: String {
        switch self {
        case .unavailable(let engine, let reason): "\(engine) does not start: \(reason). Run `mynah doctor`."
        case .unknownVoice(let engine, let name): "\(engine) has no voice \(name). Run `mynah doctor`."
        case .failed(let engine, let reason): "\(engine) failed: \(reason)."
        }
    }
}
