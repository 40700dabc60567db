import Speech
import TestSupport
import Testing

@Suite struct SegmentPlanTests {
    private func segments(_ text: String, target: Int, limit: Int) -> [String] {
        SegmentPlan.segments(in: text, language: "en", target: target, limit: limit).map { String(text.utf8Slice($0)) }
    }

    @Test func `sentences are put together up to the target`() {
        #expect(segments("One. Two. Three. Four.", target: 10, limit: 20) == ["One. Two. ", "Three. ", "Four."])
        #expect(segments("One. Two is longer. Three.", target: 5, limit: 20) == ["One. ", "Two is longer. ", "Three."])
        #expect(segments("", target: 5, limit: 20) == [])
    }

    @Test func `a long sentence is cut after a clause`() {
        #expect(segments("He came, he saw 1,000 men, he won", target: 20, limit: 20) == ["He came, ", "he saw 1,000 men, ", "he won"])
        #expect(segments("他来了，他看见了，他赢了", target: 20, limit: 20) == ["他来了，", "他看见了，", "他赢了"])
    }

    @Test func `a long clause is cut at a space, and a long word between words or clusters`() {
        #expect(segments("aaaa bbbb cccc dddd", target: 10, limit: 10) == ["aaaa bbbb ", "cccc dddd"])
        #expect(segments("我们今天去北京", target: 9, limit: 9) == ["我们", "今天去", "北京"])
        #expect(segments("aaaaaaaa", target: 3, limit: 3) == ["aaa", "aaa", "aa"])
        #expect(segments("e\u{301}e\u{301}e\u{301}", target: 4, limit: 4) == ["e\u{301}", "e\u{301}", "e\u{301}"])
        #expect(segments("👨‍👩‍👧👨‍👩‍👧", target: 4, limit: 4) == ["👨‍👩‍👧", "👨‍👩‍👧"])
    }

    @Test func `limits of nothing count as one byte`() {
        #expect(segments("ab", target: 0, limit: -3) == ["a", "b"])
    }

    @Test func `segments cover the text, and keep the limits`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let text = RandomText.make(count: 40, using: &generator)
            let target = Int.random(in: 1...200, using: &generator)
            let limit = Int.random(in: 1...200, using: &generator)
            let ranges = SegmentPlan.segments(in: text, language: nil, target: target, limit: limit)
            expectCover(ranges, of: text)
            for range in ranges {
                #expect(range.count <= limit || text.utf8Slice(range).count == 1)
            }
        }
    }
}
