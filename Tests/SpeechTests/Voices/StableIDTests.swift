import Speech
import Testing

@Suite struct StableIDTests {
    @Test(arguments: [
        ("rms", "clux28h7uz7q5lasj1mblujx9"), ("slt", "cluwtddh7vearf6ct2ipqezbi"), ("en-us", "clh6svttmbimvrqj93n2pgn31"),
        ("vi-female", "clgxnq9f2m21d0n2mfsuz8uyj"),
    ])
    func `a voice has the same id for ever`(voice: String, id: String) {
        #expect(StableID.credits(of: "voice:\(voice)") == id)
        #expect(VoiceCatalogue.system.voice(voice)?.familyIDs.credits == id)
    }

    @Test func `an id is cl and 23 letters and digits`() {
        for number in 0..<500 {
            let id = StableID.credits(of: "voice:\(number)")
            #expect(id.count == 25 && id.hasPrefix("cl"))
            #expect(id.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) })
        }
    }

    @Test func `ids differ`() {
        #expect(Set((0..<20_000).map { StableID.credits(of: "\($0)") }).count == 20_000)
    }
}
