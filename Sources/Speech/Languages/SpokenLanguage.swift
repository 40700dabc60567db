/// A language that something here speaks.
public struct SpokenLanguage: Sendable, Hashable, Encodable {
    /// Its BCP 47 tag, as voices name it: `fr-FR`, `cmn`.
    public let tag: String
    /// Whose rules espeak-ng reads it by, in its own name for them.
    let rules: String

    /// The language that a BCP 47 tag names; nil for one that nothing here speaks.
    ///
    /// Case does not count. Of a tag that is not known whole, the subtags at its end are left out (RFC 4647, lookup): `de-AT` is `de`.
    public init?(_ tag: String) {
        guard tag.utf8.count <= 64 else { return nil }
        var subtags = Self.canonical(tag.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map(String.init))
        guard subtags.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isTagCharacter) }) else { return nil }
        while !subtags.isEmpty {
            if let known = Self.known[subtags.joined(separator: "-")] {
                self = known
                return
            }
            subtags.removeLast()
        }
        return nil
    }

    /// American English, which Flite speaks, too.
    public static let americanEnglish = SpokenLanguage(tag: "en-US", rules: "en-us")

    private init(tag: String, rules: String) {
        self.tag = tag
        self.rules = rules
    }

    /// What it is written in.
    var scripts: Set<Script> {
        let scripts = Script.written(in: tag)
        return scripts.isEmpty || tag == "sr" ? scripts.union([.latin]) : scripts
    }

    /// Whether it is what a voice of `language` (a BCP 47 tag) speaks itself, whatever its accent.
    func isSpoken(in language: String) -> Bool {
        tag.primaryLanguage == (SpokenLanguage(language)?.tag ?? language).primaryLanguage
    }

    /// The languages by their tags in lower case.
    private static let known: [String: SpokenLanguage] = {
        let all = EspeakLanguage.all.map { SpokenLanguage(tag: $0.tag, rules: $0.name) }
        var known = Dictionary(all.map { ($0.tag.lowercased(), $0) }) { first, _ in first }
        // Where espeak-ng has but accents of a language, the one that is meant when none is said.
        for (tag, usual) in ["en": "en-us", "fr": "fr-fr", "chr": "chr-us-qaaa-x-west"] { known[tag] = known[usual] }
        // Languages that espeak-ng has no rules for, read by those of their nearest kin.
        for (tag, kin) in ["fil": "ms", "nn": "nb"] { known[tag] = SpokenLanguage(tag: tag, rules: kin) }
        return known
    }()

    /// The subtags (in lower case) under which a language is known here, for those that it also goes by.
    private static func canonical(_ subtags: [String]) -> [String] {
        guard let primary = subtags.first else { return [] }
        let rest = subtags.dropFirst()
        if primary == "zh" {
            if ["yue", "hak", "cmn"].contains(rest.first) { return Array(rest) }
            return [rest.contains("hk") || rest.contains("mo") ? "yue" : "cmn"] + rest
        }
        if primary == "es", let region = rest.first, region.utf8.count == 2, region != "es" { return ["es", "419"] }
        return [others[primary] ?? primary] + rest
    }

    /// Other and older codes (IANA's registry of language subtags), and the one in common use of a language that has no variety here.
    private static let others = ["in": "id", "iw": "he", "mo": "ro", "no": "nb", "sh": "sr", "tl": "fil"]

    private static func isTagCharacter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
