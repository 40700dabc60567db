import Database
import Files
import Speech
import Testing

@testable import Platform

/// The rows of cloned voices.
@Suite struct VoiceClonesTests {
    private let platform: TestPlatform
    private let ada: String
    private let bob: String

    init() async throws {
        platform = try await TestPlatform()
        ada = try await platform.makeUser("ada", monthlyCredits: 5000)
        bob = try await platform.makeUser("bob", monthlyCredits: 5000)
    }

    private func expectOrder(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(try await CreditAudit(database: platform.database).findings() == [], sourceLocation: sourceLocation)
    }

    @Test func `a clone is as it was ordered, and can be spoken with`() async throws {
        let order = VoiceCloneOrder(
            title: "Grandma", description: "Warm.", coverURL: "https://example.com/a.jpg", tags: ["female", "Old", "dear"],
            language: try #require(SpokenLanguage("vi")), reducesNoise: true, previewText: "Xin chào")
        let clone = try await platform.addClone(order, of: ada)
        #expect(clone.voice.name == "Grandma" && clone.voice.description == "Warm." && clone.voice.language == "vi")
        #expect(clone.voice.gender == .female && clone.voice.age == .senior && clone.tags == ["female", "Old", "dear"])
        #expect(clone.voice.character == ["dear"])
        #expect(clone.coverURL == "https://example.com/a.jpg" && clone.reducesNoise && clone.previewText == "Xin chào")
        #expect(clone.voice.profile == nil)
        #expect(clone.recordings.map(\.duration) == [12.5])
        let voice = try await platform.voices.voice(clone.id, of: ada)
        #expect(voice.profile == .fixture() && voice.base.engine == .espeak)
        #expect(try await platform.voices.clones(of: ada) == [clone])
    }

    @Test func `what nobody said of a clone is made up`() async throws {
        let first = try await platform.addClone(VoiceCloneOrder(), of: ada)
        let second = try await platform.addClone(VoiceCloneOrder(), of: ada, pitch: 210)
        #expect(first.voice.name == "Voice clone 1" && second.voice.name == "Voice clone 2")
        #expect(first.voice.gender == .male && second.voice.gender == .female && first.voice.age == .adult)
        #expect(first.voice.description == Voice.clonedDescription)
        #expect(first.voice.accent == "american" && first.voice.base.engine == .flite)
    }

    @Test func `no two clones get the same title made up, however many were deleted`() async throws {
        var clones: [VoiceClone] = []
        for _ in 1...3 { clones.append(try await platform.addClone(VoiceCloneOrder(), of: ada)) }
        try await platform.addClone(VoiceCloneOrder(title: "Voice clone 4"), of: ada)
        try await platform.deleteClone(clones[0].id, of: ada)
        #expect(try await platform.addClone(VoiceCloneOrder(), of: ada).voice.name == "Voice clone 5")
    }

    @Test func `the newest comes first, also of those of one moment`() async throws {
        var expected: [String] = []
        for number in 1...4 {
            expected.append(try await platform.addClone(VoiceCloneOrder(title: "\(number)"), of: ada).id)
            if number % 2 == 0 { platform.advance(by: .milliseconds(1)) }
        }
        let listed = try await platform.voices.clones(of: ada)
        #expect(listed.map(\.createdAt) == listed.map(\.createdAt).sorted(by: >))
        #expect(Set(listed.prefix(2).map(\.voice.name)) == ["3", "4"] && Set(listed.map(\.id)) == Set(expected))
        #expect(try await platform.voices.clones(of: ada).map(\.id) == listed.map(\.id))
    }

    @Test func `every family's id names it, for its user alone`() async throws {
        let clone = try await platform.addClone(of: ada)
        #expect(Set(clone.voice.ids).count == 4)
        for id in clone.voice.ids {
            #expect(try await platform.voices.voice(id, of: ada).id == clone.id)
            #expect(try await platform.voices.listed(id, of: ada)?.clone == clone)
            await #expect(throws: PlatformError.unknownVoice) { try await platform.voices.voice(id, of: bob) }
            #expect(try await platform.voices.listed(id, of: bob) == nil)
        }
        await #expect(throws: PlatformError.unknownVoice) { try await platform.voices.voice("Me", of: ada) }
        #expect(try await platform.voices.clones(of: bob).isEmpty)
        #expect(try await platform.voices.clone(clone.id) == clone)
    }

    @Test func `its title or an id finds a clone on the command line, whoever's it is`() async throws {
        let clone = try await platform.addClone(of: ada)
        let other = try await platform.addClone(of: bob)
        #expect(Set(try await platform.voices.clones(called: "Me").map(\.id)) == [clone.id, other.id])
        #expect(try await platform.voices.clones(called: clone.voice.familyIDs.labs).map(\.profile) == [.fixture()])
        #expect(try await platform.voices.clones(called: "Nobody").isEmpty)
    }

    @Test func `of a deleted clone nothing is left but what was paid`() async throws {
        let clone = try await platform.addClone(VoiceCloneOrder(title: "Me", tags: ["dear"], previewText: "Hello"), of: ada, price: 1000)
        let kept = try await platform.addClone(of: ada)
        try await platform.deleteClone(clone.id, of: ada)
        for id in clone.voice.ids { await #expect(throws: PlatformError.unknownVoice) { try await platform.voices.voice(id, of: ada) } }
        #expect(try await platform.voices.clones(of: ada).map(\.id) == [kept.id])
        #expect(try await platform.storedFiles() == [kept.sampleName, kept.recordings[0].fileName])
        #expect(
            try await platform.count("voice_clones", where: "deleted_at IS NOT NULL AND title IS NULL AND profile IS NULL AND preview_text IS NULL")
                == 1)
        for table in ["voice_clone_recordings", "recordings", "voice_samples"] as [SQL] { #expect(try await platform.count(table) == 1) }
        #expect(try await platform.count("voice_clone_names") == 4)
        #expect(try await platform.entries(of: ada) == ["grant": 5000, "hold": 1000, "charge": 1000])
        try await expectOrder()
    }

    @Test func `a recording stays while another clone is made of it`() async throws {
        let recording = try await platform.addRecording(of: ada)
        let clones = [try await platform.addClone(of: ada, from: [recording]), try await platform.addClone(of: ada, from: [recording])]
        try await platform.deleteClone(clones[0].id, of: ada)
        #expect(try await platform.storedFiles().contains(recording.fileName))
        #expect(try await platform.voices.clones(of: ada).map(\.recordings) == [[recording]])
        try await platform.deleteClone(clones[1].id, of: ada)
        #expect(try await platform.storedFiles().isEmpty)
    }

    @Test func `the order of several recordings is kept`() async throws {
        var recordings: [Recording] = []
        for _ in 0..<5 { recordings.append(try await platform.addRecording(of: ada)) }
        let clone = try await platform.addClone(of: ada, from: recordings.reversed())
        #expect(clone.recordings == recordings.reversed())
        #expect(try await platform.voices.clones(of: ada).first?.recordings == recordings.reversed())
    }

    @Test func `the number of clones is counted, and every change is seen`() async throws {
        func total(_ user: String) async throws -> (total: Int, revision: Int) {
            try await platform.database.read { try VoiceClones($0).total(of: user) }
        }
        #expect(try await total(ada) == (0, 0))
        let clone = try await platform.addClone(of: ada)
        try await platform.addClone(of: bob)
        #expect(try await total(ada) == (1, 1))
        try await platform.deleteClone(clone.id, of: ada)
        #expect(try await total(ada) == (0, 2))
        try await platform.addClone(of: ada)
        #expect(try await total(ada) == (1, 3))
        #expect(try await total(bob) == (1, 1))
        try await expectOrder()
    }

    @Test func `an account's clones and recordings go with it`() async throws {
        let kept = try await platform.addClone(of: ada)
        try await platform.addClone(of: ada, account: "studio")
        _ = try await platform.addRecording(of: ada, account: "studio")
        let (ada, now) = (ada, platform.clock.now)
        for name in try await platform.database.write({ try VoiceClones($0).deleteAll(of: ada, account: "studio", at: now) }) {
            try await platform.store.delete(name)
        }
        #expect(try await platform.voices.clones(of: ada).map(\.id) == [kept.id])
        #expect(try await platform.storedFiles() == [kept.sampleName, kept.recordings[0].fileName])
        try await expectOrder()
    }

    @Test func `the counts of a clone go with it, and those of others are still brought up to date`() async throws {
        let clone = try await platform.addClone(of: ada)
        let voices = platform.voices
        func uses(_ scope: VoiceScope, _ search: String) async throws -> [Int] {
            try await voices.page(0, size: 1, of: scope, matching: VoiceFilter(search: search), in: VoiceOrder(.uses)).entries.map(\.usage.uses)
        }
        func speak(_ voice: String) async throws {
            try await platform.speak("One.", voice, as: ada)
        }
        try await speak("slt")
        for _ in 0..<3 { try await speak(clone.id) }
        #expect(try await uses(.cloned(userID: ada), "Me") == [3])
        #expect(try await uses(.system, "Slt") == [1])
        try await platform.deleteClone(clone.id, of: ada)
        #expect(try await voices.uses() == ["slt": 1])
        // The latest of all counts was that of the clone.
        try await speak("slt")
        #expect(try await uses(.system, "Slt") == [2])
    }
}
