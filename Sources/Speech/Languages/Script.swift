/// A writing system, as far as the choice of who speaks it needs to tell them apart.
enum Script: Sendable, Hashable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam
    case sinhala, thai, burmese, georgian, ethiopic, han, kana, hangul, emoji

    /// The script of a character; nil for what every script shares (white space, digits, punctuation, marks) and for scripts that nobody here speaks.
    init?(_ scalar: Unicode.Scalar) {
        if let script = Self.block(of: scalar) {
            self = script
        } else if let form = SpokenForm.of(scalar), let script = form.unicodeScalars.lazy.compactMap(Self.block).first {
            self = script
        } else {
            return nil
        }
    }

    /// The script of a character as it stands.
    private static func block(of scalar: Unicode.Scalar) -> Script? {
        guard let script = blocks.first(where: { $0.range.contains(scalar.value) })?.script else { return nil }
        if script == .latin && !scalar.properties.isAlphabetic { return nil }
        if script == .emoji && !scalar.properties.isEmoji { return nil }
        return script
    }

    /// The language, by espeak-ng's name, that a script is read in when the voice's own language is not written in it.
    var usualLanguage: String? {
        switch self {
        case .latin, .emoji: nil
        case .greek: "el"
        case .cyrillic: "ru"
        case .armenian: "hy"
        case .hebrew: "he"
        case .arabic: "ar"
        case .devanagari: "hi"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .oriya: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .burmese: "my"
        case .georgian: "ka"
        case .ethiopic: "am"
        case .han: "cmn"
        case .kana: "ja"
        case .hangul: "ko"
        }
    }

    /// The scripts that a language (a BCP 47 tag) is written in, beside Latin, which every voice reads in its own way.
    static func written(in language: String) -> Set<Script> {
        let primary = language.primaryLanguage
        if language.contains("Latn") { return [] }
        return switch primary {
        case "el", "grc": [.greek]
        case "ba", "be", "bg", "cv", "kk", "ky", "mk", "nog", "ru", "sr", "tt", "uk": [.cyrillic]
        case "hy", "hyw": [.armenian]
        case "he": [.hebrew]
        case "ar", "fa", "sd", "ug", "ur": [.arabic]
        case "hi", "kok", "mr", "ne": [.devanagari]
        case "as", "bn", "bpy": [.bengali]
        case "pa": [.gurmukhi]
        case "gu": [.gujarati]
        case "or": [.oriya]
        case "ta": [.tamil]
        case "te": [.telugu]
        case "kn": [.kannada]
        case "ml": [.malayalam]
        case "si": [.sinhala]
        case "th": [.thai]
        case "my", "shn": [.burmese]
        case "ka": [.georgian]
        case "am": [.ethiopic]
        // espeak-ng reads Hakka in Latin letters alone.
        case "cmn", "yue": [.han]
        case "ja": [.kana, .han]
        case "ko": [.hangul]
        default: []
        }
    }

    /// Unicode's blocks (Blocks.txt), the frequent ones first.
    private static let blocks: [(range: ClosedRange<UInt32>, script: Script)] = [
        (0x41...0x24F, .latin), (0x1E00...0x1EFF, .latin), (0x370...0x3FF, .greek), (0x400...0x52F, .cyrillic), (0x4E00...0x9FFF, .han),
        (0x3041...0x30FF, .kana), (0xAC00...0xD7A3, .hangul), (0x600...0x6FF, .arabic), (0x750...0x77F, .arabic), (0xFB50...0xFDFF, .arabic),
        (0xFE70...0xFEFC, .arabic), (0x590...0x5FF, .hebrew), (0x900...0x97F, .devanagari), (0x980...0x9FF, .bengali), (0xA00...0xA7F, .gurmukhi),
        (0xA80...0xAFF, .gujarati), (0xB00...0xB7F, .oriya), (0xB80...0xBFF, .tamil), (0xC00...0xC7F, .telugu), (0xC80...0xCFF, .kannada),
        (0xD00...0xD7F, .malayalam), (0xD80...0xDFF, .sinhala), (0xE00...0xE7F, .thai), (0x1000...0x109F, .burmese), (0x10A0...0x10FF, .georgian),
        (0x1200...0x139F, .ethiopic), (0x530...0x58F, .armenian), (0x1F00...0x1FFF, .greek), (0x3400...0x4DBF, .han),
        (0xF900...0xFAFF, .han), (0x20000...0x323AF, .han), (0x31F0...0x31FF, .kana), (0x1100...0x11FF, .hangul), (0x3130...0x318F, .hangul),
        (0x2600...0x27BF, .emoji), (0x1F000...0x1FAFF, .emoji),
    ]
}
