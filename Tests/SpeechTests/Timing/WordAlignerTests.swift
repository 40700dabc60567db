import Speech
import TestSupport
import Testing

@Suite struct WordAlignerTests {
    private func times(of words: [Range<Int>], _ marks: [(Range<Int>, Range<Int>)]) -> [[Double]] {
        WordAligner.timings(of: words, marks: marks.map { SpokenMark(range: $0.0, samples: $0.1) }, sampleRate: 100).map { [$0.start, $0.end] }
    }

    @Test func `a word has its mark's time`() {
        let marks = [SpokenMark(range: 2..<5, samples: 10..<50), SpokenMark(range: 6..<9, samples: 60..<90)]
        let timings = WordAligner.timings(of: [2..<5, 6..<9], marks: marks, sampleRate: 100)
        #expect(timings == [WordTiming(range: 2..<5, start: 0.1, end: 0.5), WordTiming(range: 6..<9, start: 0.6, end: 0.9)])
    }

    @Test func `a word of several marks has the time of all`() {
        #expect(times(of: [0..<10], [(0..<3, 0..<20), (3..<6, 20..<50), (8..<10, 55..<80)]) == [[0, 0.8]])
    }

    @Test func `words that are spoken as one share its time by their lengths`() {
        #expect(times(of: [0..<2, 3..<6, 7..<10], [(0..<6, 0..<50), (7..<10, 60..<90)]) == [[0, 0.2], [0.2, 0.5], [0.6, 0.9]])
    }

    @Test func `first words without a mark share the next one's time`() {
        #expect(times(of: [0..<2, 3..<5, 6..<9], [(3..<5, 10..<50), (6..<9, 60..<90)]) == [[0.1, 0.3], [0.3, 0.5], [0.6, 0.9]])
    }

    @Test func `last words without a mark share the one before's`() {
        #expect(times(of: [0..<2, 3..<5, 6..<8], [(0..<2, 0..<60)]) == [[0, 0.2], [0.2, 0.4], [0.4, 0.6]])
    }

    @Test func `marks outside the words count for nothing`() {
        #expect(times(of: [2..<4], [(0..<1, 0..<10), (2..<4, 10..<20), (4..<5, 20..<90), (90..<99, 90..<99)]) == [[0.1, 0.2]])
    }

    @Test func `times never go back, even where marks overlap`() {
        #expect(times(of: [0..<2, 3..<5, 6..<8], [(0..<2, 0..<50), (6..<8, 30..<40), (3..<5, 45..<60)]) == [[0, 0.5], [0.5, 0.6], [0.6, 0.6]])
    }

    @Test func `without words or without marks there is nothing`() {
        #expect(times(of: [], [(0..<2, 0..<50)]).isEmpty)
        #expect(times(of: [0..<2], []).isEmpty)
    }

    @Test func `every word has a time, in order, whatever the marks`() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            var offset = 0
            let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                let start = offset + Int.random(in: 0...3, using: &generator)
                offset = start + Int.random(in: 1...8, using: &generator)
                return start..<offset
            }
            let marks = (0..<Int.random(in: 1...15, using: &generator)).map { _ in
                let place = Int.random(in: 0...(offset + 5), using: &generator)
                let sample = Int.random(in: 0...1000, using: &generator)
                return SpokenMark(
                    range: place..<place + Int.random(in: 0...9, using: &generator),
                    samples: sample..<sample + Int.random(in: 0...200, using: &generator))
            }
            let timings = WordAligner.timings(of: words, marks: marks, sampleRate: 100)
            #expect(timings.map(\.range) == words)
            var last = 0.0
            for timing in timings {
                #expect(timing.start >= last && timing.end >= timing.start && timing.end <= 12)
                last = timing.end
            }
        }
    }
}
