/// A voice of one engine, by the engine's own name for it, and what is changed of it.
public struct EngineVoice: Sendable, Codable, Hashable {
    /// The engines that Mynah speaks with.
    public enum Engine: String, Sendable, Codable, CaseIterable {
        /// espeak-ng: formant synthesis, every language it has.
        case espeak = "espeak-ng"
        /// Flite: unit selection and statistical voices of American English.
        case flite

        /// The samples a second that the engine makes.
        public var sampleRate: Int {
            switch self {
            case .espeak: 22_050
            case .flite: 16_000
            }
        }
    }

    /// The engine that speaks.
    public var engine: Engine
    /// What the engine calls the voice: `en-us+f2`, `slt`.
    public var name: String
    /// What is changed of it.
    public var timbre: Timbre

    /// The voice that `engine` calls `name`.
    public init(engine: Engine, name: String, timbre: Timbre = .plain) {
        self.engine = engine
        self.name = name
        self.timbre = timbre
    }
}
