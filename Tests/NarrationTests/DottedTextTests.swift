import Narration
import Speech
import Testing

/// Rows of dotted letters, which espeak-ng takes for one abbreviation.
@Suite struct DottedTextTests {
    @Test(
        arguments: ["vi", "en-gb"],
        [
            String(repeating: "a.", count: 90), String(repeating: "a.b.c.", count: 50), String(repeating: "w.w.w.", count: 150),
            String(repeating: "e.g.i.e.", count: 150), String(repeating: "a.m. p.m. ", count: 40), String(repeating: "é.я.", count: 60),
            String(repeating: "a.-b.,", count: 60), String(repeating: "A.\u{A0}B.\u{A0}", count: 60),
        ])
    func `a long row of dotted letters is spoken`(voice: String, text: String) async throws {
        let spoken = try await Spoken(text, voice: voice)
        let words = spoken.narration.words
        // A word of more than a thousand bytes is spoken in pieces.
        let heard = words.reduce(into: Set<Int>()) { $0.formUnion($1.range) }
        let dots = text.utf8.enumerated().filter { $0.element == UInt8(ascii: ".") }.map(\.offset)
        #expect(TextBoundaries.words(in: text).reduce(into: Set<Int>()) { $0.formUnion($1) }.subtracting(heard).isSubset(of: dots))
        var last = 0.0
        for word in words {
            #expect(word.start >= last && word.end >= word.start)
            last = word.end
        }
        #expect(last <= spoken.narration.duration + 0.001)
        // Every letter is told: nobody says more than sixteen of them in a second.
        let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
        #expect(spoken.narration.duration > Double(letters) / 16)
    }

    @Test func `what is short stays as it is`() async throws {
        let texts = ["See e.g. the U.S.A. and J. R. R. Tolkien.", "A. B. C. D. E. F. G. H. I. J. K. L. M. N. O. P. Q. R. S. T. U. V. W. X. Y. Z."]
        for text in texts {
            let spoken = try await Spoken(text, voice: "en-gb")
            #expect(spoken.narration.words.map(\.range) == TextBoundaries.words(in: text))
        }
    }
}
