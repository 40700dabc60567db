import Audio
import CEngineLibraries
import Speech
import SpeechEngines

/// The engines of a host, loaded.
struct Engines {
    private let espeak: EspeakEngine
    private let flite: FliteEngine

    /// Loads the libraries of engines and codecs, which the program starts without.
    ///
    /// - Throws: ``SpeechEngineError`` where one is missing.
    static func loadLibraries() throws(SpeechEngineError) {
        guard let reason = CEngineLibraries_load() else { return }
        throw .unavailable(engine: "An engine's or codec's library", reason: String(cString: reason))
    }

    /// Loads all of them.
    ///
    /// - Throws: ``SpeechEngineError``.
    init() throws(SpeechEngineError) {
        espeak = try EspeakEngine()
        flite = try FliteEngine()
    }

    /// The engine that speaks for a voice.
    func engine(for voice: EngineVoice) -> any SpeechEngine {
        switch voice.engine {
        case .espeak: espeak
        case .flite: flite
        }
    }

    /// The engines and codecs with their versions, for people.
    var versions: [String] {
        ["espeak-ng \(espeak.version)", "MeCab \(espeak.japaneseVersion)", "Flite \(flite.version)", "FFmpeg \(FFmpegVersion.text)"]
    }

    /// What the engines read while they speak.
    var dataFolders: [String] {
        espeak.dataFolders
    }
}
