import Speech
import Testing

@Suite struct SilencePlanTests {
    private func plan(_ text: String) throws -> SilencePlan {
        SilencePlan(try MarkedText(text, pauses: .all))
    }

    @Test func `a silence reaches to the next word`() throws {
        #expect(try plan("a, <#1#> “b”").silences == [Pause(range: 3..<12, milliseconds: 1000)])
        #expect(try plan("<#1#>a<#2#>").silences == [Pause(range: 0..<5, milliseconds: 1000), Pause(range: 6..<11, milliseconds: 2000)])
    }

    @Test func `pauses without a word between them add up`() throws {
        #expect(try plan("a <#1#> <#0.5#>…<#0.25#> b").silences == [Pause(range: 2..<27, milliseconds: 1750)])
        #expect(try plan("a <#1#>b<#1#> c").silences.map(\.milliseconds) == [1000, 1000])
    }

    @Test func `a silence is in the segment of the word before it`() throws {
        // "One. <#1#> " is 11 bytes.
        let plan = try plan("One. <#1#> Two.")
        for start in 4...11 { #expect(plan.fitted([0..<start, start..<15]) == [0..<11, 11..<15]) }
        #expect(plan.fitted([0..<3, 3..<15]) == [0..<3, 3..<15])
        #expect(plan.fitted([0..<4, 4..<6, 6..<8, 8..<15]) == [0..<11, 11..<15])
        #expect(plan.silences(in: 0..<11) == [Pause(range: 5..<11, milliseconds: 1000)])
        #expect(plan.silences(in: 11..<15).isEmpty)
        #expect(plan.endsSilence(at: 11) && !plan.endsSilence(at: 0))
    }

    @Test func `segments stay as they are where there is no pause`() throws {
        let plan = try plan("One. Two.")
        #expect(plan.silences.isEmpty && plan.fitted([0..<5, 5..<9]) == [0..<5, 5..<9])
    }

    @Test func `runs and silences cover a text`() throws {
        let text = "Say <#1#>世界 <#2#> 你好 now<#3#>"
        let marked = try MarkedText(text, pauses: .all)
        let silences = SilencePlan(marked).silences
        let voice = try #require(VoiceCatalogue.system.voice("slt"))
        let runs = SpokenRun.plan(for: marked.plain, voice: voice, silences: silences)
        let spoken = runs.map { "\($0.voice.name): \(marked.plain.utf8Slice($0.range))" }
        #expect(spoken == ["slt: Say ", "cmn-latn-pinyin+f2: 世界 ", "cmn-latn-pinyin+f2: 你好 ", "slt: now"])
        let pieces = (runs.map(\.range) + silences.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
        #expect(pieces.first?.lowerBound == 0 && pieces.last?.upperBound == text.utf8.count)
        #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }

    @Test func `words are parted by a silence`() {
        let words = [(0, 0.1, 0.4), (4, 0.4, 0.9), (9, 0.8, 1.2)].map { WordTiming(range: $0..<$0 + 3, start: $1, end: $2) }
        let parted = HeardSilence(position: 9, time: 0.7..<1.7).parting(words)
        #expect(parted.map(\.start) == [0.1, 0.4, 1.7] && parted.map(\.end) == [0.4, 0.7, 1.7])
        #expect(HeardSilence(position: 12, time: 1.3..<2).parting(words).map(\.end) == [0.4, 0.9, 1.3])
        #expect(HeardSilence(position: 0, time: 0..<0.5).parting(words).map(\.start) == [0.5, 0.5, 0.8])
    }
}
