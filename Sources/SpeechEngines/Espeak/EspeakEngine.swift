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
    /// The version of what reads Japanese for it, for people.
    public let japaneseVersion = JapaneseDictionary.version
    /// Where its dictionaries and voices are.
    private let dataFolder: String
    /// Loaded when Japanese is first spoken.
    private lazy var japanese = Result { () throws(SpeechEngineError) in try JapaneseReader() }
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

    /// What it reads while it speaks.
    public var dataFolders: [String] {
        [dataFolder, JapaneseDictionary.folder]
    }

    public func speak(_ utterance: Utterance, into sink: any SpeechSink) throws {
        guard select(utterance.voice, timbre: utterance.timbre) else {
            throw SpeechEngineError.unknownVoice(engine: engine.rawValue, name: utterance.voice)
        }
        let prosody = utterance.prosody
        let movesPitch = prosody.pitch != 0 || prosody.pitchRange != 1 || utterance.contour != 0
        let language = Self.language(of: utterance.voice)
        let pitch =
            movesPitch
            ? EspeakPitch(language: language, voiceFiles: voiceFiles(of: utterance.voice, timbre: utterance.timbre)) : EspeakPitch(language: language)
        let setting = pitch.setting(for: prosody)
        set(setting, speed: prosody.speed * utterance.timbre.rate / setting.stretch)
        let read = try read(utterance)
        var shaped = utterance
        shaped.text = read.text
        let spoken = EspeakText(read, pitchCommands: pitch.commands(in: shaped))
        let current = EspeakUtterance(text: spoken, sampleRate: Int((Double(sampleRate) * setting.stretch).rounded()), sink: sink)
        let status = spoken.text.withCString { text in
            espeak_Synth(
                text, spoken.text.utf8.count + 1, 0, POS_CHARACTER, 0,
                UInt32(espeakCHARS_UTF8 | (utterance.isContinued ? espeakENDPAUSE : 0)), nil, Unmanaged.passUnretained(current).toOpaque())
        }
        try current.finish()
        guard status == EE_OK else { throw SpeechEngineError.failed(engine: engine.rawValue, reason: "espeak_Synth answered \(status.rawValue)") }
    }

    /// The text as the library can read it.
    private func read(_ utterance: Utterance) throws(SpeechEngineError) -> ReadText {
        if Self.language(of: utterance.voice) == "ja", JapaneseReader.isNeeded(for: utterance.text) {
            return try japanese.get().read(utterance.text)
        }
        return ReadText(spoken: utterance.text)
    }

    /// The library's name of the language of a voice, without the variant.
    private static func language(of voice: String) -> Substring {
        voice.prefix { $0 != "+" }
    }

    /// What the library loads for a voice: a language's file, which may be called otherwise (French is `roa/fr`), and the variant: `roa/fr+f2`.
    private func file(of voice: String) -> String? {
        let language = Self.language(of: voice)
        return files[String(language)].map { $0 + voice.dropFirst(language.count) }
    }

    /// Has the library speak with a voice from now on; false where it does not know it.
    private func select(_ voice: String, timbre: Timbre) -> Bool {
        guard let file = file(of: voice) else { return false }
        if timbre == .plain { return espeak_SetVoiceByName(file) == EE_OK }
        guard let language = text(ofFile: file, in: Self.folders) else { return false }
        return EspeakVoiceFile(language: language, timbre: timbre).withPath { espeak_SetVoiceByFile($0) == EE_OK } ?? false
    }

    /// The texts of the files that make a voice, of which a later one overrides an earlier.
    private func voiceFiles(of voice: String, timbre: Timbre) -> [String] {
        guard let file = file(of: voice)?.split(separator: "+", maxSplits: 1).map(String.init), let first = file.first else { return [] }
        let language = text(ofFile: first, in: Self.folders) ?? ""
        if timbre != .plain { return [EspeakVoiceFile(language: language, timbre: timbre).text] }
        return [language] + file.dropFirst().compactMap { text(ofFile: $0, in: ["voices/!v"]) }
    }

    /// The text of a file in the first of `folders` (under the data's) that has it.
    private func text(ofFile file: String, in folders: [String]) -> String? {
        let paths = folders.map { "\(dataFolder)/\($0)/\(file)" }
        return paths.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first
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

    /// - Parameter speed: Times the library's usual speed.
    private func set(_ pitch: EspeakPitch.Setting, speed: Double) {
        // 175 words a minute is the library's own default. It overdoes a change of speed: at 88 words a minute a text takes 2.2 times as long as at 175,
        // and at 350 less than half.
        espeak_SetParameter(espeakRATE, Int32((175 * pow(speed, 0.93)).rounded()), 0)
        espeak_SetParameter(espeakPITCH, Int32(pitch.base), 0)
        espeak_SetParameter(espeakRANGE, Int32(pitch.range), 0)
    }
}
