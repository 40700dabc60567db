import Foundation
import Testing

@testable import Speech

@Suite struct SpokenFormTests {
    private func spoken(_ text: String) -> String {
        text.map { SpokenForm.of($0) ?? String($0) }.joined()
    }

    @Test(arguments: [
        ("１２３", "123"), ("𝐇𝐞𝐥𝐥𝐨", "Hello"), ("ﾊﾛｰ", "ハロー"), ("ｶﾞ", "ガ"), ("ﬁne", "fine"), ("①②", "1 2 "), ("❸", "3 "), ("㎏", "kg"), ("20℃", "20°C"),
        ("Ⅷ", "VIII"), ("٣", "3"), ("३", "3"), ("𝟘", "0"), ("㈱", "(株)"), ("ﻣ", "م"), ("Ⓐ", "A"), ("⑩", "10 "), ("Ｈｅｌｌｏ", "Hello"),
    ])
    func `other ways of writing letters and digits have their plain form`(text: String, form: String) {
        #expect(spoken(text) == form)
    }

    @Test(arguments: ["Việt Nam", "é", "ガ", "한국", "Ångström"])
    func `marks that are written apart are put on their letters`(text: String) {
        let form = spoken(text.decomposedStringWithCanonicalMapping)
        #expect(form.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }

    @Test(arguments: ["Hello, world! 42", "m²", "½", "™", "№ 5", "二〇二六", "क़लम", "你好，世界！", "😀👍🏽", "สำคัญ", "\r\n"])
    func `what engines read stays as it is`(text: String) {
        #expect(text.allSatisfy { SpokenForm.of($0) == nil })
    }

    @Test(
        arguments: [("𝐇", Script.latin), ("ｶ", .kana), ("㎏", .latin), ("㈱", .han), ("🄰", .latin), ("Ｈ", .latin), ("𝛼", .greek)]
            as [(Unicode.Scalar, Script)])
    func `a character is of its form's script`(scalar: Unicode.Scalar, script: Script) {
        #expect(Script(scalar) == script)
    }

    @Test func `numbers are those that are read`() {
        for scalar: Unicode.Scalar in ["7", "７", "①", "❶", "½", "²", "٣", "Ⅷ"] { #expect(SpokenForm.isNumber(scalar), "\(scalar)") }
        for scalar: Unicode.Scalar in ["a", "-", " ", "\u{9F4}"] { #expect(!SpokenForm.isNumber(scalar)) }
    }
}
