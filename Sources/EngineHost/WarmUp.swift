import Audio
import EngineProtocol
import Speech

/// Does once, in the parent, what every child would else do again: Swift's look-ups of conformances for JSON, ICU's and the codec's tables.
///
/// No engine speaks here, so children still start from engines that never spoke.
enum WarmUp {
    static func run() throws {
        let text = "One, two."
        let word = TextBoundaries.sentences(in: text, language: "en")[0]
        let segment = SegmentRequest(
            text: text, runs: [SpokenRun(range: word, voice: EngineVoice(engine: .espeak, name: "en"))], sampleRate: 22_050, prosody: .usual,
            isContinued: false)
        let finishing = Finishing(encoding: .standard(.mp3), volume: 1)
        var meter = LoudnessMeter(sampleRate: segment.sampleRate)
        let silence = [Int16](repeating: 0, count: segment.sampleRate / 10)
        silence.withUnsafeBufferPointer { meter.measure($0) }
        let report = SpokenReport(
            sampleRate: segment.sampleRate, sampleCount: silence.count,
            words: TextBoundaries.words(in: text).map { WordTiming(range: $0, start: 0, end: 0) }, loudness: meter.finish())
        _ = try Frame(.request, message: HostRequest.speakAndFinish(segment, finishing)).message(HostRequest.self)
        _ = try Frame(.spoken, message: report).message(SpokenReport.self)
        _ = try Frame(.finished, message: FinishedReport(duration: 0, size: 0))
        let finisher = try Finisher(encoding: finishing.encoding, inputSampleRate: segment.sampleRate) { _ in }
        try finisher.write(silence)
        try finisher.finish()
    }
}
