/// Texts to speak, and the voices that speak them.
enum Texts {
    /// A voice of every kind, with a few words for it.
    static let short: [(id: String, text: String)] = [
        ("rms", "The quick brown fox."), ("slt", "The quick brown fox."), ("awb", "The quick brown fox."), ("kal16", "The quick brown fox."),
        ("en-us", "The quick brown fox."), ("vi", "Xin chào các bạn."), ("ar", "مرحبا بالعالم."), ("cmn", "今天天气很好。"), ("th", "สวัสดีชาวโลก"),
    ]

    /// A sentence of some seconds for a voice.
    static func sentence(for voice: String) -> String {
        switch voice {
        case "vi": "Hôm nay trời rất đẹp, và chúng tôi đi chơi xa với các bạn. "
        case "ar": "ذهبنا إلى السوق في الصباح الباكر. "
        case "cmn": "今天天气很好，我们去公园。"
        case "th": "วันนี้อากาศดีมาก เราไปเที่ยวกัน "
        case "de": "Heute gehen wir in den Park und spielen. "
        case "ja": "こんにちは、おげんきですか。"
        default: "We were away a year ago, and nobody knew where we were going. "
        }
    }

    /// A few sentences for a voice.
    static func sentences(for voice: String) -> String {
        switch voice {
        case "vi":
            sentence(for: voice) + """
                Tàu khởi hành lúc bảy giờ kém mười lăm, và chúng tôi phải có mặt ở ga trước đó. Ngôi nhà nằm ở cuối một con đường dài. \
                Không ai sống ở đó trong nhiều năm, nhưng khu vườn đầy hoa hồng.
                """
        default:
            sentence(for: voice) + """
                The train leaves at a quarter to seven, and we have to be at the station before. The house stood at the end of a long road. \
                Nobody had lived there for years, but the garden was full of roses. He wondered whether the bridge would hold. It did, and by evening \
                they were all on the other side of the river.
                """
        }
    }

    /// A text of several segments.
    static let paragraph = chapters(1...15)

    private static func chapters(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { number in
            """
            Chapter \(number) begins at \(number % 12 + 1):30 p.m. on the \(number)th of March, e.g. with Dr. Smith's dog. \
            "Of the \(number * 1_117) people," she said, "none came!"\n\n
            """
        }.joined()
    }

    /// Texts of more than 3000 bytes, by the language of their sentences.
    static let long: [String: String] = [
        "en-us": chapters(1...24),
        "vi": (1...45).map { "Câu thứ \($0): hôm nay trời đẹp quá, chúng ta cùng đi chơi nhé! " }.joined(),
        "ar": (1...45).map { "هذه هي الجملة رقم \($0)، وهي طويلة بعض الشيء. هل تسمعني؟ " }.joined(),
        "cmn": (1...50).map { "这是第\($0)句话，我们今天去北京看朋友。你好吗？" }.joined(),
        "th": (1...35).map { "นี่คือประโยคที่ \($0) วันนี้อากาศดีมาก เราไปเที่ยวกัน\n" }.joined(),
    ]
}
