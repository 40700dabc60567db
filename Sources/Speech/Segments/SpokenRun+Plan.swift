extension SpokenRun {
    /// Who speaks which part of `text`, so that the runs cover it without a gap.
    ///
    /// What is written in the scripts of `language` is read in it: by the voice itself where it is the voice's own, else by espeak-ng with the voice's
    /// timbre. A voice speaks what is written in its own language's script, and Latin letters. Another script is spoken by espeak-ng in the language that
    /// is usually written in it. What scripts share (white space, digits, punctuation) goes with what stands before it; numbers that
    /// that has no words for are read in English.
    ///
    /// - Parameter language: The language that the text is read in (a BCP 47 tag); nil for the voice's own.
    public static func plan(for text: String, voice: Voice, language: String? = nil) -> [SpokenRun] {
        let speakers = ScriptSpeakers(voice: voice, language: language.flatMap { SpokenLanguage($0) })
        var runs: [SpokenRun] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            let speaker = speakers.speaker(of: scalar, after: runs.last?.voice)
            if let last = runs.last, speaker == last.voice {
                runs[runs.count - 1].range = last.range.lowerBound..<end
            } else {
                runs.append(SpokenRun(range: offset..<end, voice: speaker))
            }
            offset = end
        }
        return runs
    }

    /// Who speaks which part of `text`, leaving out the stretches of its `silences` (in order, disjoint).
    public static func plan(for text: String, voice: Voice, language: String? = nil, silences: [Pause]) -> [SpokenRun] {
        var silences = silences[...]
        return plan(for: text, voice: voice, language: language).flatMap { run in
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
}
