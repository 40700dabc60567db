import CMeCab
import Foundation
import Speech

/// MeCab with IPADIC: divides Japanese into morphemes, of which it knows how they are read.
final class JapaneseDictionary {
    /// Where Debian's package has its files.
    static let folder = "/var/lib/mecab/dic/ipadic-utf8"
    /// The library's version, for people.
    static let version = String(cString: mecab_version())

    private let tagger: OpaquePointer

    /// Maps the dictionary's files into memory, 50 MB of address space of which what is looked up becomes memory.
    ///
    /// - Throws: ``SpeechEngineError/unavailable(engine:reason:)`` where they are missing or there is no room for them.
    init() throws(SpeechEngineError) {
        // Its settings are the dictionary's own, not the system's or the user's.
        guard let tagger = mecab_new2("-r \(Self.folder)/dicrc -d \(Self.folder)") else {
            let isThere = access("\(Self.folder)/sys.dic", R_OK) == 0
            throw .unavailable(
                engine: "MeCab",
                reason: isThere
                    ? "its dictionary can't be loaded; if engines.memory-limit is below 400, raise it"
                    : "its dictionary is missing (Debian package mecab-ipadic-utf8)")
        }
        self.tagger = tagger
    }

    deinit {
        mecab_destroy(tagger)
    }

    /// The morphemes of a text, in order; white space is between them.
    func morphemes(of text: String) -> [JapaneseMorpheme] {
        text.withCString { start in
            var morphemes: [JapaneseMorpheme] = []
            var next = mecab_sparse_tonode2(tagger, start, text.utf8.count)
            while let node = next {
                next = UnsafePointer(node.pointee.next)
                guard [UInt8(MECAB_NOR_NODE), UInt8(MECAB_UNK_NODE)].contains(node.pointee.stat) else { continue }
                let offset = node.pointee.surface - start
                morphemes.append(
                    JapaneseMorpheme(
                        range: offset..<offset + Int(node.pointee.length), features: String(cString: node.pointee.feature)[...]))
            }
            return morphemes
        }
    }
}
