extension SpokenRun {
    /// Who speaks which part of `text`, so that the runs cover it without a gap.
    ///
    /// A voice speaks what is written in its own language's script, and Latin letters. Another script is spoken by espeak-ng in the language that is
    /// usually written in it, with the voice's variant. What scripts share (white space, digits, punctuation) goes with what stands before it.
    public static func plan(for text: String, voice: Voice) -> [SpokenRun] {
        let own = Script.written(in: voice.language)
        var runs: [SpokenRun] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            let speaker = Script(scalar).map { self.speaker(of: $0, voice: voice, own: own) }
            if let last = runs.last, speaker == nil || speaker == last.voice {
                runs[runs.count - 1].range = last.range.lowerBound..<end
            } else {
                runs.append(SpokenRun(range: offset..<end, voice: speaker ?? voice.base))
            }
            offset = end
        }
        return runs
    }

    /// Who speaks which part of `text`, leaving out the stretches of its `silences` (in order, disjoint).
    public static func plan(for text: String, voice: Voice, silences: [Pause]) -> [SpokenRun] {
        var silences = silences[...]
        return plan(for: text, voice: voice).flatMap { run in
            var runs: [SpokenRun] = []
            var start = run.range.lowerBound
            while let silence = silences.first, silence.range.lowerBound < run.range.upperBound {
                if start < silence.range.lowerBound { runs.append(SpokenRun(range: start..<silence.range.lowerBound, voice: run.voice)) }
                start = max(start, min(silence.range.upperBound, run.range.upperBound))
                guard silence.range.upperBound <= run.range.upperBound else { break }
                silences.removeFirst()
            }
            if start < run.range.upperBound { runs.append(SpokenRun(range: start..<run.range.upperBound, voice: run.voice)) }
            return runs
        }
    }

    private static func speaker(of script: Script, voice: Voice, own: Set<Script>) -> EngineVoice {
        if script == .emoji { return voice.base.engine == .espeak ? voice.base : voice.espeakVoice(for: "en-us") }
        guard !own.contains(script), let language = script.usualLanguage else { return voice.base }
        return voice.espeakVoice(for: language)
    }
}
