import CEspeakNG
import Foundation
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
    /// The file of each language.
    private let files: [String: String]
    /// The folders, under the data's, that have files of languages.
    private static let folders = ["lang", "voices"]

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
        files = Dictionary(Self.listed.map { ($0.language, $0.file) }) { first, _ in first }
        espeak_SetSynthCallback { samples, count, events in
            guard let events, let user = events.pointee.user_data else { return 0 }
            return Unmanaged<EspeakUtterance>.fromOpaque(user).takeUnretainedValue().take(samples, count: Int(count), events: events)
        }
    }

    /// The languages that the library has, by its own names, in its order.
    public var languages: [String] {
        Self.listed.map(\.language)
    }

    public func speak(_ utterance: Utterance, into sink: any SpeechSink) throws {
        guard select(utterance.voice, timbre: utterance.timbre) else {
            throw SpeechEngineError.unknownVoice(engine: engine.rawValue, name: utterance.voice)
        }
        set(utterance.prosody, rate: utterance.timbre.rate)
        let spoken = EspeakText(utterance.text)
        let current = EspeakUtterance(text: spoken, sampleRate: sampleRate, sink: sink)
        let status = spoken.text.withCString { text in
            espeak_Synth(
                text, spoken.text.utf8.count + 1, 0, POS_CHARACTER, 0,
                UInt32(espeakCHARS_UTF8 | (utterance.isContinued ? espeakENDPAUSE : 0)), nil, Unmanaged.passUnretained(current).toOpaque())
        }
        try current.finish()
        guard status == EE_OK else { throw SpeechEngineError.failed(engine: engine.rawValue, reason: "espeak_Synth answered \(status.rawValue)") }
    }

    /// What the library loads for a voice: a language's file, which may be called otherwise (French is `roa/fr`), and the variant: `roa/fr+f2`.
    private func file(of voice: String) -> String? {
        let language = voice.prefix { $0 != "+" }
        return files[String(language)].map { $0 + voice.dropFirst(language.count) }
    }

    /// Has the library speak with a voice from now on; false where it does not know it.
    private func select(_ voice: String, timbre: Timbre) -> Bool {
        guard let file = file(of: voice) else { return false }
        if timbre == .plain { return espeak_SetVoiceByName(file) == EE_OK }
        let paths = Self.folders.map { "\(dataFolder)/\($0)/\(file)" }
        guard let language = paths.lazy.compactMap({ try? String(contentsOfFile: $0, encoding: .utf8) }).first else { return false }
        return EspeakVoiceFile(language: language, timbre: timbre).withPath { espeak_SetVoiceByFile($0) == EE_OK } ?? false
    }

    /// The languages and their files, in the library's order.
    private static var listed: [(language: String, file: String)] {
        var listed: [(language: String, file: String)] = []
        var voices = espeak_ListVoices(nil)
        while let list = voices, let voice = list.pointee {
            // A voice's languages are a list of (priority byte, name, NUL); the first is the one it is made for.
            listed.append((String(cString: voice.pointee.languages + 1), String(cString: voice.pointee.identifier)))
            voices = list + 1
        }
        return listed
    }

    /// - Parameter rate: Times the library's usual speed, which is the voice's usual one.
    private func set(_ prosody: Prosody, rate: Double) {
        // 175 words a minute and the middle of both scales are the library's own defaults. It overdoes a change of speed: at 88 words a minute a text
        // takes 2.2 times as long as at 175, and at 350 less than half.
        espeak_SetParameter(espeakRATE, Int32((175 * pow(prosody.speed * rate, 0.93)).rounded()), 0)
        // A voice's pitch is its base, in Hz, and a melody above it. The pitch scale (0 to 99: one octave down to one up, evenly in semitones) moves
        // the base alone; the range scale stretches the melody in Hz, and takes a quarter of the base off when it doubles it. So that base and melody
        // move by one ratio, both scales are set; past 9 semitones, at the pitch scale's ends, speech moves a little less than asked.
        let ratio = pow(2, prosody.pitch / 12)
        let base = max(0.5, ratio + 0.25 * (ratio - 1))
        espeak_SetParameter(espeakPITCH, Self.scaled(50 + 50 * log2(base)), 0)
        espeak_SetParameter(espeakRANGE, Self.scaled(50 * prosody.pitchRange * ratio), 0)
    }

    private static func scaled(_ value: Double) -> Int32 {
        Int32(min(max(value.rounded(), 0), 99))
    }
}
