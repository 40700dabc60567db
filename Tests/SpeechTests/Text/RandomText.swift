import TestSupport

/// Texts of chance, in twelve scripts and all that stands between their words.
struct RandomText {
    private static let words: [[String]] = [
        ["the", "quick", "Fox", "don't", "3.14", "$5", "AC/DC", "Dr.", "U.S.", "https://example.com/a?b=C", "I", "e.g.", "naïve", "50%", "Ngọc"],
        ["Привет", "мир", "т.е.", "Москва", "и", "г."],
        ["Καλημέρα", "κόσμε", "και", "Αθήνα"],
        ["مرحبا", "بالعالم", "هذا", "نص"],
        ["שלום", "עולם", "זה", "טקסט"],
        ["नमस्ते", "दुनिया", "यह", "हिन्दी"],
        ["வணக்கம்", "உலகம்", "தமிழ்"],
        ["안녕하세요", "세계", "한국어"],
        ["你好", "世界", "我们今天去北京", "一九九〇年", "的"],
        ["こんにちは", "世界", "カタカナ", "東京タワーへ行きました", "コーヒー"],
        ["สวัสดีชาวโลก", "ภาษาไทย", "วันนี้อากาศดี", "ๆ"],
        ["សួស្តីពិភពលោក", "မင်္ဂလာပါကမ္ဘာ", "ສະບາຍດີຊາວໂລກ", "ሰላም፡ልዑል", "გამარჯობა"],
    ]
    private static let spaces = [" ", " ", " ", " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u{A0}", "\u{3000}", "", "\u{200B}"]
    private static let marks = [
        ", ", ". ", "! ", "? ", "… ", "...", "—", " – ", ": ", "; ", "。", "，", "、", "「", "」", "（", "）", "？", " « ", " » ", "¿", "(", ")", "\"",
        "“", "”", "*** ", "\n- ", "\n1. ", "😀", " 👨‍👩‍👧 ", "🇫🇷", "،", "؟ ", "।", "\u{301}", " \u{301}", "-->", "&",
        "<b>", "===========", "•", "\u{0}", "\u{AD}", "\u{200F}", "Z\u{305}\u{306}",
    ]

    /// A text of up to `count` parts.
    static func make(count: Int, using generator: inout SeededGenerator) -> String {
        let scripts = (0..<Int.random(in: 1...2, using: &generator)).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
        var text = ""
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            let list = scripts[Int.random(in: 0..<scripts.count, using: &generator)]
            text += list[Int.random(in: 0..<list.count, using: &generator)]
            text += Int.random(in: 0..<10, using: &generator) < 3 ? marks[Int.random(in: 0..<marks.count, using: &generator)] : ""
            text += spaces[Int.random(in: 0..<spaces.count, using: &generator)]
        }
        return text
    }
}
