import CFlite
import Speech

/// Flite, linked as a library: American English, by diphones (`kal16`) and by statistical models (`slt`, `rms`, `awb`).
public final class FliteEngine: SpeechEngine {
    public let engine = EngineVoice.Engine.flite
    public let version = String(cString: CFlite_version())
    private let voices: [String: FliteVoice]

    /// Loads the voices, which are part of the library.
    ///
    /// - Throws: ``SpeechEngineError/unavailable(engine:reason:)``.
    public init() throws(SpeechEngineError) {
        flite_init()
        var voices: [String: FliteVoice] = [:]
        for (name, register) in Self.registered {
            guard let voice = register(nil) else {
                throw .unavailable(engine: EngineVoice.Engine.flite.rawValue, reason: "the voice \(name) did not load")
            }
            voices[name] = FliteVoice(voice)
        }
        self.voices = voices
    }

    public func speak(_ utterance: Utterance, into sink: any SpeechSink) throws {
        guard let voice = voices[utterance.voice] else {
            throw SpeechEngineError.unknownVoice(engine: engine.rawValue, name: utterance.voice)
        }
        var spoken = 0
        let pitch = FlitePitch(utterance.prosody, timbre: utterance.timbre, contour: utterance.contour)
        // A sentence at a time: Flite would speak a paragraph in one falling breath.
        for range in TextBoundaries.sentences(in: utterance.text, language: "en") {
            let text = FliteText(utterance.text.utf8Slice(range), offset: range.lowerBound)
            guard text.bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
            spoken += try voice.speak(text, timbre: utterance.timbre, speed: utterance.prosody.speed, pitch: pitch, startingAt: spoken, into: sink)
        }
    }

    /// The voices that are linked in, each with the function that makes it known.
    private static var registered: [(name: String, register: (UnsafePointer<CChar>?) -> UnsafeMutablePointer<cst_voice>?)] {
        [
            ("slt", { register_cmu_us_slt($0) }),
            ("rms", { register_cmu_us_rms($0) }),
            ("awb", { register_cmu_us_awb($0) }),
            ("kal16", { register_cmu_us_kal16($0) }),
        ]
    }
}
