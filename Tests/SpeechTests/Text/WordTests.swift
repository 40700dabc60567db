import Speech
import TestSupport
import Testing

@Suite struct WordTests {
    private func words(_ text: String) -> [String] {
        TextBoundaries.words(in: text).map { String(text.utf8Slice($0)) }
    }

    @Test(arguments: [
        "don't", "3.14", "$5", "50%", "AC/DC", "C++", "C#", "well-known", "https://example.com/a--b?c=d,e", "www.a..b", "me@example.com", "-5", ".5",
        "1990–2000", "x=3", "@someone", "№5", "12:30", "naïve", "e\u{301}te\u{301}", "안녕하세요", "नमस्ते", "สวัสดี", "世界", "١٬٠٠٠", "l’été",
    ])
    func `a word is whole`(_ word: String) {
        #expect(words(word) == [word])
        #expect(words("“(\(word)!?” —  ") == [word])
    }

    @Test(arguments: [
        ("Hello, world!", ["Hello", "world"]),
        ("e.g. this", ["e.g", "this"]),
        ("one…two...three--four", ["one", "two", "three", "four"]),
        ("yes—no, a–b", ["yes", "no", "a", "b"]),
        ("'tis the dogs' bone", ["tis", "the", "dogs", "bone"]),
        ("* - ... !? \u{301}", []),
        ("  \n\t", []),
        ("", []),
    ])
    func `punctuation is not of a word`(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("我们今天去北京。", ["我们", "今天", "去", "北京"]),
        ("東京へ行く。", ["東京", "へ", "行く"]),
        ("สวัสดีชาวโลก", ["สวัสดี", "ชาว", "โลก"]),
        ("我用iPhone15拍照", ["我", "用", "iPhone15", "拍照"]),
        ("价格$5，便宜50%了", ["价格", "$5", "便宜", "50%", "了"]),
        ("「iPad」，（iMac）", ["iPad", "iMac"]),
        ("１２：３０、１，０００", ["１２：３０", "１，０００"]),
        ("ራስ፡ሰላም", ["ራስ", "ሰላም"]),
    ])
    func `scripts without spaces are divided by dictionaries`(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("great 😀👍 day", ["great", "😀👍", "day"]), ("great😀!", ["great"]), ("“👨‍👩‍👧”", ["👨‍👩‍👧"]), ("a < b → c", ["a", "<", "b", "→", "c"]),
    ])
    func `emoji and odd symbols are words where they stand alone`(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `words are in order, disjoint, not empty, and on clusters`() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            let text = RandomText.make(count: 30, using: &generator)
            let clusters = clusterOffsets(of: text)
            var last = 0
            for word in TextBoundaries.words(in: text) {
                #expect(word.lowerBound >= last && !word.isEmpty)
                #expect(clusters.contains(word.lowerBound) && clusters.contains(word.upperBound))
                last = word.upperBound
            }
        }
    }
}
