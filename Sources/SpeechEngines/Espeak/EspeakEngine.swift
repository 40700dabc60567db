import CEspeakNG
import Speech

/// espeak-ng, linked as a library: formant synthesis in every language that it has.
///
/// The library keeps its state in globals, so a process has one of these; what it speaks depends on what it spoke before, so a host speaks each
/// segment in a child of its own.
public final class EspeakEngine: SpeechEngine {
    public let engine = EngineVoice.Engine.espeak
    public let version: String
    /// Where its dictionaries and voices are.
    public let dataFolder: String
    private let sampleRate: Int

    /// How much speech the library hands over at a time, in milliseconds: short, so that the first samples leave at once.
    private static let bufferLength: Int32 = 60

    /// Loads the library's data.
    ///
    /// - Throws: ``SpeechEngineError/unavailable(engine:reason:)`` where the data is missing.
    public init() throws(SpeechEngineError) {
        let options = espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, Self.bufferLength, nil, Int32(options))
        guard rate > 0 else {
            throw .unavailable(engine: EngineVoice.Engine.espeak.rawValue, reason: "its data is missing (Debian package espeak-ng-data)")
        }
        sampleRate = Int(rate)
        var path: UnsafePointer<CChar>?
        version = espeak_Info(&path).map { String(cString: $0) } ?? "unknown"
        dataFolder = path.map { String(cString: $0) } ?? ""
        espeak_SetSynthCallback { samples, count, events in
            guard let events, let user = events.pointee.user_data else { return 0 }
            return Unmanaged<EspeakUtterance>.fromOpaque(user).takeUnretainedValue().take(samples, count: Int(count), events: events)
        }
    }

    /// The languages that the library has, by its own names, in its order.
    public var languages: [String] {
        var languages: [String] = []
        var voices = espeak_ListVoices(nil)
        while let list = voices, let voice = list.pointee {
            // A voice's languages are a list of (priority byte, name, NUL); the first is the one it is made for.
            languages.append(String(cString: voice.pointee.languages + 1))
            voices = list + 1
        }
        return languages
    }

    public func speak(_ utterance: Utterance, into sink: any SpeechSink) throws {
        guard espeak_SetVoiceByName(utterance.voice) == EE_OK else {
            throw SpeechEngineError.unknownVoice(engine: engine.rawValue, name: utterance.voice)
        }
        set(utterance.prosody)
        let current = EspeakUtterance(text: utterance.text, sampleRate: sampleRate, sink: sink)
        let status = utterance.text.withCString { text in
            espeak_Synth(
                text, utterance.text.utf8.count + 1, 0, POS_CHARACTER, 0,
                UInt32(espeakCHARS_UTF8 | (utterance.isContinued ? espeakENDPAUSE : 0)), nil, Unmanaged.passUnretained(current).toOpaque())
        }
        try current.finish()
        guard status == EE_OK else { throw SpeechEngineError.failed(engine: engine.rawValue, reason: "espeak_Synth answered \(status.rawValue)") }
    }

    private func set(_ prosody: Prosody) {
        // 175 words a minute and the middle of both scales are the library's own defaults. Its pitch scale is one octave down to one octave up
        // over 0 to 100, evenly in semitones.
        espeak_SetParameter(espeakRATE, Int32((175 * prosody.speed).rounded()), 0)
        espeak_SetParameter(espeakPITCH, Int32((50 + 50 * prosody.pitch / 12).rounded()), 0)
        espeak_SetParameter(espeakRANGE, Int32((50 * prosody.pitchRange).rounded()), 0)
    }
}
