import Speech
import Testing

@testable import Platform

/// How a user's clones and the system's voices are listed together.
@Suite struct VoiceShelfTests {
    private let platform: TestPlatform
    private let user: String
    private let voices: Voices

    /// A user with three clones, each a day after the other: `Beta`, `Alpha`, `Gamma`.
    init() async throws {
        platform = try await TestPlatform()
        user = try await platform.makeUser()
        voices = platform.voices
        for (name, duration) in [("Beta", 20.0), ("Alpha", 10.0), ("Gamma", 30.0)] {
            try await platform.addClone(VoiceCloneOrder(title: name, tags: ["dear"]), of: user, duration: duration)
            platform.advance(by: .seconds(86_400))
        }
    }

    private func names(_ scope: VoiceScope, _ key: VoiceOrder.Key, ascending: Bool = false, size: Int = 3) async throws -> [String] {
        try await voices.page(0, size: size, of: scope, in: VoiceOrder(key, isAscending: ascending)).entries.map(\.voice.name)
    }

    @Test func `a scope shows whose voices it names`() async throws {
        let system = VoiceCatalogue.system.voices.count
        #expect(try await voices.page(0, size: 1, of: .system).total == system)
        #expect(try await voices.page(0, size: 1, of: .cloned(userID: user)).total == 3)
        #expect(try await voices.page(0, size: 1, of: .all(userID: user)).total == system + 3)
        let other = try await platform.makeUser("bob")
        #expect(try await voices.page(0, size: 1, of: .cloned(userID: other)).total == 0)
        #expect(try await voices.page(0, size: 1, of: .all(userID: other)).total == system)
    }

    @Test func `clones come before the system's, the newest first, and the pages make up the whole`() async throws {
        #expect(try await names(.all(userID: user), .creation) == ["Gamma", "Alpha", "Beta"])
        var ids: [String] = []
        var (number, more) = (0, true)
        while more {
            let page = try await voices.page(number, size: 100, of: .all(userID: user))
            ids += page.entries.map(\.voice.id)
            (number, more) = (number + 1, page.hasMore)
        }
        #expect(Array(ids.dropFirst(3)) == VoiceCatalogue.system.voices.map(\.id))
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: [
        (VoiceOrder.Key.creation, ["Gamma", "Alpha", "Beta"]), (.update, ["Gamma", "Alpha", "Beta"]), (.name, ["Gamma", "Beta", "Alpha"]),
        (.duration, ["Gamma", "Beta", "Alpha"]),
    ])
    func `clones are ordered by what is asked for, both ways`(key: VoiceOrder.Key, expected: [String]) async throws {
        #expect(try await names(.cloned(userID: user), key) == expected)
        #expect(try await names(.cloned(userID: user), key, ascending: true) == expected.reversed())
    }

    @Test func `an ascending order begins with what the system's voices have least of`() async throws {
        let first = try #require(VoiceCatalogue.system.voices.first).name
        #expect(try await names(.all(userID: user), .creation, ascending: true, size: 1) == [first])
        #expect(try await names(.all(userID: user), .duration, ascending: true, size: 1) == [first])
        #expect(try await names(.all(userID: user), .duration) == ["Gamma", "Beta", "Alpha"])
    }

    @Test func `clones are ordered by their use, and by the system's`() async throws {
        let alpha = try #require(try await voices.clones(of: user).first { $0.voice.name == "Alpha" })
        for voice in [alpha.id, "slt", "slt", "slt", alpha.id] {
            try await platform.speak("One.", voice, as: user)
        }
        #expect(try await names(.cloned(userID: user), .uses) == ["Alpha", "Gamma", "Beta"])
        #expect(try await names(.all(userID: user), .usesInYear) == ["Slt", "Alpha", "Gamma"])
        #expect(try await names(.all(userID: user), .charactersInYear) == ["Slt", "Alpha", "Gamma"])
    }

    @Test func `a filter finds clones by name, language and tag`() async throws {
        func found(_ filter: VoiceFilter, _ scope: VoiceScope) async throws -> [String] {
            try await voices.page(0, size: 2, of: scope, matching: filter).entries.map(\.voice.name)
        }
        #expect(try await found(VoiceFilter(search: "alph"), .cloned(userID: user)) == ["Alpha"])
        #expect(try await found(VoiceFilter(search: "alph"), .system).contains("Alpha") == false)
        #expect(try await found(VoiceFilter(language: "en", accent: "american"), .all(userID: user)) == ["Gamma", "Alpha"])
        #expect(try await found(VoiceFilter(language: "vi"), .cloned(userID: user)).isEmpty)
    }

    @Test func `a clone that comes or goes is seen at once, on every node`() async throws {
        let other = platform.voices
        #expect(try await other.page(0, size: 1, of: .cloned(userID: user)).total == 3)
        let new = try await platform.addClone(VoiceCloneOrder(title: "New"), of: user)
        for node in [voices, other] { #expect(try await node.page(0, size: 1, of: .all(userID: user)).entries.first?.voice.name == "New") }
        try await platform.deleteClone(new.id, of: user)
        for node in [voices, other] { #expect(try await node.page(0, size: 1, of: .all(userID: user)).entries.first?.voice.name == "Gamma") }
    }
}
