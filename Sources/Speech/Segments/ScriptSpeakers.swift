/// Who speaks each script of a text that a voice reads in a language.
struct ScriptSpeakers {
    /// Who speaks what no script is told of, where nothing stands before it.
    let usual: EngineVoice
    private let voice: Voice
    private let own: Set<Script>
    private let language: SpokenLanguage?
    private let isOwnLanguage: Bool

    /// - Parameter language: The language that the text is read in; nil for the voice's own.
    init(voice: Voice, language: SpokenLanguage?) {
        self.voice = voice
        self.language = language
        own = Script.written(in: voice.language)
        isOwnLanguage = language.map { $0.isSpoken(in: voice.language) } ?? true
        usual = (isOwnLanguage ? nil : language.map { voice.espeakVoice(for: $0.rules) })?.readingHan ?? voice.base.readingHan
    }

    /// Who speaks a character behind what `last` speaks. What no script is told of goes with that, but for numbers that it has no words for: English has.
    func speaker(of scalar: Unicode.Scalar, after last: EngineVoice?) -> EngineVoice {
        if let script = Script(scalar) { return speaker(of: script) }
        let last = last ?? usual
        return last.readsNumbers || scalar.properties.numericType == nil ? last : voice.espeakVoice(for: "en-us")
    }

    /// Who speaks a script.
    func speaker(of script: Script) -> EngineVoice {
        script == .latin ? chosen(for: script) : chosen(for: script).readingHan
    }

    private func chosen(for script: Script) -> EngineVoice {
        if script == .emoji { return usual.engine == .espeak ? usual : voice.espeakVoice(for: "en-us") }
        if isOwnLanguage, isOwn(script) { return voice.base }
        if let language, language.scripts.contains(script) { return voice.espeakVoice(for: language.rules) }
        guard !isOwn(script), let usualLanguage = script.usualLanguage else { return voice.base }
        return voice.espeakVoice(for: usualLanguage)
    }

    private func isOwn(_ script: Script) -> Bool {
        script == .latin || own.contains(script)
    }
}

extension EngineVoice {
    /// The same voice where it reads anything but Latin letters.
    ///
    /// espeak-ng 1.51 turns Chinese characters into pinyin, and with its rules for Mandarin then reads that as English, letter by letter, tones as
    /// numbers. With the rules for Mandarin in pinyin it reads characters and digits well, and takes Latin letters for pinyin.
    fileprivate var readingHan: EngineVoice {
        guard engine == .espeak, name == "cmn" || name.hasPrefix("cmn+") else { return self }
        return EngineVoice(engine: engine, name: "cmn-latn-pinyin" + name.dropFirst("cmn".count), timbre: timbre)
    }
}
