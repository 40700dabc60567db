import CEspeakNG
import Speech

/// What espeak-ng tells of one text while it speaks it.
final class EspeakUtterance {
    private let sink: any SpeechSink
    private let sampleRate: Int
    private let offsets: [Int]
    private var word: Range<Int>?
    private var mark: SpokenMark?
    private var sampleCount = 0
    private var failure: (any Error)?

    init(text: EspeakText, sampleRate: Int, sink: any SpeechSink) {
        self.sink = sink
        self.sampleRate = sampleRate
        offsets = text.offsets
    }

    /// Takes what the library hands over; 1 stops it.
    func take(_ samples: UnsafeMutablePointer<Int16>?, count: Int, events: UnsafeMutablePointer<espeak_EVENT>) -> Int32 {
        var event = events
        while event.pointee.type != espeakEVENT_LIST_TERMINATED {
            take(event.pointee)
            event += 1
        }
        guard let samples, count > 0 else { return 0 }
        sampleCount += count
        do {
            try sink.take(UnsafeBufferPointer(start: samples, count: count), sampleRate: sampleRate)
            return 0
        } catch {
            failure = error
            return 1
        }
    }

    /// Ends the last word, and throws what the sink threw.
    func finish() throws {
        closeMark(at: sampleCount)
        if let failure { throw failure }
    }

    private func take(_ event: espeak_EVENT) {
        let sample = Int(event.sample)
        switch event.type {
        case espeakEVENT_WORD:
            closeMark(at: sample)
            word = range(of: event)
        case espeakEVENT_PHONEME where Self.isPause(event):
            closeMark(at: sample)
        case espeakEVENT_PHONEME:
            guard let word, mark == nil else { return }
            mark = SpokenMark(range: word, samples: sample..<sample)
        case espeakEVENT_END:
            closeMark(at: sample)
        default: break
        }
    }

    private func closeMark(at sample: Int) {
        guard var mark else { return }
        self.mark = nil
        mark.samples = mark.samples.lowerBound..<max(mark.samples.lowerBound, sample)
        sink.take(mark)
    }

    /// The library counts characters (code points) from 1.
    private func range(of event: espeak_EVENT) -> Range<Int>? {
        let first = Int(event.text_position) - 1
        guard first >= 0, first < offsets.count - 1 else { return nil }
        return offsets[first]..<offsets[min(first + max(1, Int(event.length)), offsets.count - 1)]
    }

    /// Pauses are phonemes whose names begin with an underscore.
    private static func isPause(_ event: espeak_EVENT) -> Bool {
        event.id.string.0 == 0 || event.id.string.0 == CChar(UInt8(ascii: "_"))
    }
}
