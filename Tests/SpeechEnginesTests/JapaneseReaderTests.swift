import Testing

@testable import SpeechEngines

@Suite struct JapaneseReaderTests {
    @Test(arguments: [
        ("私は学校へ行きます。", "ワタシワ ガッコーエ イキマス。"),
        ("日本語の漢字は、読み方が難しいです。", "ニホンゴノ カンジワ、ヨミカタガ ムズカシイデス。"),
        ("東京タワーは333メートルです！", "トーキョー タワーワ 333メートルデス！"),
        ("九月二十三日", "クガツ ニジューサンニチ"),
        ("iPhoneを使う", "iPhone ヲ ツカウ"),
        ("２０２５年　ＡＢＣ", "2025ネン　エイビーシー"),
        ("「はい」と言って、\n大人は 笑った", "「ハイ」ト イッテ、\nオトナワ ワラッタ"),
        ("お前", "オマエ"), ("ワタシワ ガッコーエ", "ワタシワ ガッコーエ"), ("Hello", "Hello"), ("", ""), (" 。 ", " 。 "), ("😀です", "😀デス"),
    ])
    func `Japanese is read as it is pronounced`(text: String, reading: String) throws {
        #expect(try JapaneseReader().read(text).text == reading)
    }

    @Test func `a character that no word has is read by itself, and one that nobody knows stays`() throws {
        #expect(try JapaneseReader().read("鱻鰻").text.hasPrefix("鱻"))
        #expect(try JapaneseReader().read("鰻鱻鰻").text.hasPrefix("ウナギ"))
    }

    @Test(arguments: ["私は学校へ行きます。", " 東京 タワー\n333m、iPhoneを使う。", "鱻鱻です", "é日本ê", "e\u{301}日本"])
    func `what is read knows where it comes from`(text: String) throws {
        let read = try JapaneseReader().read(text)
        #expect(read.origins.count == read.text.utf8.count + 1)
        #expect(read.origins.first == 0 && read.origins.last == text.utf8.count)
        #expect(zip(read.origins, read.origins.dropFirst()).allSatisfy { $0 <= $1 })
        let starts = Set(text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count])
        // Within a letter that is read as it is, bytes lead to bytes.
        for (index, origin) in zip(read.text.unicodeScalars.indices.map { read.text.utf8.distance(from: read.text.startIndex, to: $0) }, 0...) {
            #expect(starts.contains(read.origin(of: index)), "\(origin)")
        }
    }

    @Test func `words lead to words`() throws {
        let text = "私は学校へ行きます。"
        let read = try JapaneseReader().read(text)
        let words = read.text.split(separator: " ").map { word in
            let start = read.text.utf8.distance(from: read.text.startIndex, to: word.startIndex)
            return text.utf8Part(read.origin(of: start)..<read.origin(of: start + word.utf8.count))
        }
        #expect(words == ["私は", "学校へ", "行きます。"])
    }

    @Test func `only what is written in Japanese needs it`() {
        for text in ["日", "あ", "ア", "a日"] { #expect(JapaneseReader.isNeeded(for: text)) }
        for text in ["", "Hello 21, é!", "😀", "привет", "５"] { #expect(!JapaneseReader.isNeeded(for: text)) }
    }
}

extension String {
    /// The text of a range of UTF-8 bytes.
    fileprivate func utf8Part(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}
