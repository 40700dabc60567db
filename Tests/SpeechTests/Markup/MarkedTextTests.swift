import Speech
import TestSupport
import Testing

@Suite struct MarkedTextTests {
    @Test(arguments: [
        ("a<#0.5#>b", 500), ("a<#0.01#>b", 10), ("a<#99.99#>b", 99_990), ("a<#5#>b", 5000), ("a<#05.10#>b", 5100),
        ("a<break time=\"0.5s\" />b", 500), ("a<break time=\"0.5s\"/>b", 500), ("a<break time='500ms'/>b", 500),
        ("a<break time=\"10ms\"></break>b", 10),
        ("a<break time=\"1.25s\"> </break>b", 1250), ("a<break  time = \"99.99s\" />b", 99_990), ("a<BREAK TIME=\"2S\"/>b", 2000),
        ("a<break\ntime='99990ms'\n/>b", 99_990),
    ])
    func `a pause is read in either way, and spaces stand for it`(text: String, milliseconds: Int) throws {
        let marked = try MarkedText(text, pauses: .all)
        #expect(marked.pauses == [Pause(range: 1..<text.utf8.count - 1, milliseconds: milliseconds)])
        #expect(marked.plain == "a" + String(repeating: " ", count: text.utf8.count - 2) + "b")
    }

    @Test(arguments: [
        "<#abc#>", "<##>", "<#0.5>", "<#0.5 #>", "<# 0.5#>", "<#100#>", "<#0#>", "<#0.00#>", "<#0.001#>", "<#0.555#>", "<#.5#>", "<#5.#>", "<#-1#>",
        "<#1e1#>",
        "<#0,5#>", "<#1.1.1#>", "<#0.5#", "<#", "<#99.991#>", "<#99999999999999999999#>",
    ])
    func `what begins like a pause in numbers and is none is an error`(markup: String) {
        #expect(throws: PauseError.malformedNumber(markup)) { try MarkedText("One " + markup, pauses: .all) }
    }

    @Test(arguments: [
        "<break>", "<break/>", "<break />", "<break time=\"0.5s\">", "<break time=\"0.5\"/>", "<break time=0.5s/>", "<break time=\"0.5s' />",
        "<break time=\"100s\"/>", "<break time=\"0s\"/>", "<break time=\"9ms\"/>", "<break time=\"1.5ms\"/>", "<break strength=\"weak\"/>",
        "</break>",
        "<break time=\"0.5s\"", "<break time=\"1m\"/>", "<breaktime=\"1s\"/>x".replacing("<breaktime", with: "<break/time"), "<break",
    ])
    func `what begins like a break and is none is an error`(markup: String) {
        let error = #expect(throws: PauseError.self) { try MarkedText("One " + markup, pauses: .all) }
        guard case .malformedBreak(let shown) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(markup.hasPrefix(shown))
    }

    @Test(arguments: ["<breakfast>", "<break-in/>", "a < b # c", "<b>#1#</b>", "< #0.5#>", "<p>", "<"])
    func `what is no pause is text`(text: String) throws {
        #expect(try MarkedText(text, pauses: .all).plain == text)
    }

    @Test func `a way of writing pauses that does not count is text`() throws {
        let text = "a<#0.5#>b<break time=\"1s\"/>c<#x#>"
        #expect(try MarkedText(text, pauses: []).plain == text)
        #expect(try MarkedText("a<#0.5#>b<break>", pauses: .number).pauses.map(\.milliseconds) == [500])
        #expect(try MarkedText(text, pauses: .breakTag).pauses.map(\.milliseconds) == [1000])
    }

    @Test func `pauses have a limit together`() throws {
        let most = String(repeating: "a<#75#>", count: 4)
        #expect(try MarkedText(most, pauses: .number).pauses.count == 4)
        #expect(throws: PauseError.tooLong(milliseconds: 300_010)) { try MarkedText(most + "<#0.01#>", pauses: .number) }
    }

    @Test func `what is wrong is shown, shortened, with what to write`() throws {
        let long = "<#" + String(repeating: "ä", count: 50)
        let error = #expect(throws: PauseError.self) { try MarkedText(long, pauses: .number) }
        #expect(
            error?.message
                == "holds <#\(String(repeating: "ä", count: 18))…, which is no pause: write <#0.5#>, with 0.01 to 99.99 seconds and at most two decimals"
        )
        #expect(
            PauseError.malformedBreak("<break>").message
                == "holds <break>, which is no pause: write <break time=\"0.5s\" />, with 0.01 to 99.99 seconds")
        #expect(PauseError.tooLong(milliseconds: 301_500).message == "has pauses of 301.5 seconds in all: shorten them to 300 seconds together")
    }

    @Test func `any text keeps its bytes but for its pauses`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let parts = (0..<6).map { _ in RandomText.make(count: 8, using: &generator).replacing("<", with: "") }
            let text = parts.joined(separator: "<#0.25#>")
            let marked = try MarkedText(text, pauses: .all)
            #expect(marked.pauses.count == 5)
            #expect(marked.plain == parts.joined(separator: "        "))
        }
    }
}
