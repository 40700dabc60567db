import CFlite
import Foundation
import Speech

/// What Flite makes of one sentence: its samples as they come, and its words once they are known.
final class FliteUtterance {
    private let text: FliteText
    private let pitch: FlitePitch
    private let first: Int
    private let sink: any SpeechSink
    private var sampleCount = 0
    private var sampleRate = 0
    private var failure: (any Error)?

    init(text: FliteText, pitch: FlitePitch, first: Int, sink: any SpeechSink) {
        self.text = text
        self.pitch = pitch
        self.first = first
        self.sink = sink
    }

    /// The one whose samples `utterance` streams.
    static func of(_ utterance: UnsafeMutablePointer<cst_utterance>?) -> FliteUtterance? {
        guard let utterance, let user = CFlite_streaming(utterance)?.pointee.userdata else { return nil }
        return Unmanaged<FliteUtterance>.fromOpaque(user).takeUnretainedValue()
    }

    /// Flite's own melody of American English, moved. Its own settings for that move the accents and what is between them by different ratios.
    func modelPitch(_ utterance: UnsafeMutablePointer<cst_utterance>?) -> UnsafeMutablePointer<cst_utterance>? {
        guard let modelled = us_f0_model(utterance), !pitch.isUsual else { return utterance }
        var targets: [UnsafeMutablePointer<cst_item>] = []
        var next = relation_head(utt_relation(modelled, "Target"))
        while let target = next {
            targets.append(target)
            next = item_next(target)
        }
        let end = max(targets.last.map { item_feat_float($0, "pos") } ?? 0, .leastNormalMagnitude)
        let points = targets.map { (hertz: item_feat_float($0, "f0"), place: item_feat_float($0, "pos") / end) }
        for (target, hertz) in zip(targets, pitch.moved(points)) { CFlite_setHertz(target, hertz) }
        return modelled
    }

    /// Takes the samples that are new in `wave`; the answer says whether to go on.
    func take(_ wave: UnsafePointer<cst_wave>, start: Int, count: Int) -> Int32 {
        guard count > 0, let samples = wave.pointee.samples else { return CST_AUDIO_STREAM_CONT }
        sampleCount += count
        sampleRate = Int(wave.pointee.sample_rate)
        do {
            try sink.take(UnsafeBufferPointer(start: samples + start, count: count), sampleRate: sampleRate)
            return CST_AUDIO_STREAM_CONT
        } catch {
            failure = error
            return CST_AUDIO_STREAM_STOP
        }
    }

    /// Tells the sink of the words, and answers how many samples there were.
    func finish(_ utterance: UnsafeMutablePointer<cst_utterance>) throws -> Int {
        if let failure { throw failure }
        var cursor = 0
        var token = relation_head(utt_relation(utterance, "Token"))
        while let item = token {
            if let range = place(of: item, from: &cursor), let samples = heard(item) {
                sink.take(SpokenMark(range: range, samples: samples))
            }
            token = item_next(item)
        }
        return sampleCount
    }

    /// Where a token stands in the original text. Tokens are cut from the text as they are, so each is found behind the one before.
    private func place(of token: UnsafeMutablePointer<cst_item>, from cursor: inout Int) -> Range<Int>? {
        guard let name = item_feat_string(token, "name") else { return nil }
        let bytes = Array(String(cString: name).utf8)
        guard !bytes.isEmpty, let found = text.bytes.firstPosition(of: bytes, from: cursor) else { return nil }
        cursor = found + bytes.count
        return text.origins[found]..<max(text.origins[found] + 1, text.origins[cursor])
    }

    /// When a token's words are heard: from the end of the sound before its first to the end of its last. Signs in it (`<b>`) are words, too, but without a sound.
    private func heard(_ token: UnsafeMutablePointer<cst_item>) -> Range<Int>? {
        guard let head = item_daughter(token) else { return nil }
        let spoken = sequence(first: head) { item_next($0) }.filter(Self.isSpoken)
        guard let word = spoken.first, let last = spoken.last else { return nil }
        let start = ffeature_float(word, "R:SylStructure.daughter1.daughter1.R:Segment.p.end")
        let end = ffeature_float(last, "R:SylStructure.daughtern.daughtern.R:Segment.end")
        let lower = min(sampleCount, max(0, Int(start * Float(sampleRate))))
        let upper = min(sampleCount, max(lower, Int(end * Float(sampleRate))))
        return first + lower..<first + upper
    }

    private static func isSpoken(_ word: UnsafeMutablePointer<cst_item>) -> Bool {
        guard let syllables = item_as(word, "SylStructure") else { return false }
        return item_daughter(syllables) != nil
    }
}

extension [UInt8] {
    /// Where `pattern` stands first, at or behind `start`.
    fileprivate func firstPosition(of pattern: [UInt8], from start: Int) -> Int? {
        guard count >= pattern.count, start <= count - pattern.count else { return nil }
        return (start...(count - pattern.count)).first { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
