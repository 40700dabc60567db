import Database
import Speech
import Testing

@testable import Platform

/// What is counted of voices, and the lists that are ordered by it.
@Suite struct VoiceUsageTests {
    @Test func `only what is finished counts, and once`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let voices = Voices(catalogue: .system, database: platform.database, clock: platform.clock)
        let request = SpeechRequest(text: "Xin chào", voiceID: "vi")
        for _ in 0..<3 { _ = try await platform.queue.delete(platform.queue.add(request, price: 0, userID: user).id, of: user) }
        _ = try await platform.queue.add(request, price: 0, userID: user)
        try await platform.queue.fail(#require(try await platform.queue.claim()).1, error: "No.")
        let task = try await platform.queue.add(request, price: 0, userID: user)
        let (_, lease) = try #require(try await platform.queue.claim())
        #expect(try await voices.uses() == [:])
        try await platform.complete(lease)
        await #expect(throws: LeaseLost.self) { try await platform.complete(lease) }
        #expect(try await voices.uses() == ["vi": 1])
        // What was spoken stays counted.
        _ = try await platform.queue.delete(task.id, of: user)
        let most = try await voices.page(0, size: 1, of: .system, in: VoiceOrder(.usesInYear)).entries.first
        #expect(most?.usage == VoiceUsage(uses: 1, usesInYear: 1, charactersInYear: 8))
    }

    @Test func `a text that comes to a file from before counts`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let voices = Voices(catalogue: .system, database: platform.database, clock: platform.clock)
        try await platform.speak("One.", "slt", as: user)
        _ = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: user)
        let (task, lease) = try #require(try await platform.queue.claim())
        let name = try #require(try await platform.database.read { try $0.row("SELECT name FROM blobs")?.string("name") })
        let blob = Blob(name: name, fingerprint: nil, contentType: "audio/mpeg", size: 1234)
        #expect(try await platform.queue.complete(lease, fileName: "\(task.id).mp3", reusing: blob))
        #expect(try await voices.uses() == ["slt": 2])
    }

    @Test func `uses and characters are counted for 365 days`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let voices = Voices(catalogue: .system, database: platform.database, clock: platform.clock)
        func first(_ order: VoiceOrder) async throws -> ListedVoice {
            try #require(try await voices.page(0, size: 1, of: .system, in: order).entries.first)
        }
        try await platform.speak("Xin chào", "vi", as: user)
        try await platform.speak("Xin chào", "vi", as: user)
        platform.advance(by: .seconds(86_400))
        try await platform.speak("Hello there, all of you!", "slt", as: user)
        #expect(try await first(VoiceOrder(.usesInYear)).voice.id == "vi")
        #expect(try await first(VoiceOrder(.usesInYear)).usage == VoiceUsage(uses: 2, usesInYear: 2, charactersInYear: 16))
        #expect(try await first(VoiceOrder(.charactersInYear)).voice.id == "slt")
        // The first day falls out: without anyone speaking, and however long nobody looked.
        platform.advance(by: .seconds(364 * 86_400))
        #expect(try await first(VoiceOrder(.usesInYear)).voice.id == "slt")
        platform.advance(by: .seconds(1000 * 86_400))
        try await platform.speak("Moi", "fi", as: user)
        #expect(try await first(VoiceOrder(.usesInYear)).voice.id == "fi")
        #expect(try await voices.page(0, size: 100, of: .system, matching: VoiceFilter(search: "Slt")).entries.map(\.usage) == [VoiceUsage(uses: 1)])
        #expect(try await voices.uses() == ["vi": 2, "slt": 1, "fi": 1])
    }

    @Test func `two that look at one database see the same`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let nodes = (0..<2).map { _ in Voices(catalogue: .system, database: platform.database, clock: platform.clock) }
        for voice in ["vi", "vi", "slt", "slt", "slt"] {
            try await platform.speak("One.", voice, as: user)
            let firsts = try await nodes[0].page(0, size: 2, of: .system, in: VoiceOrder(.usesInYear)).entries
            #expect(try await nodes[1].page(0, size: 2, of: .system, in: VoiceOrder(.usesInYear)).entries == firsts)
        }
        #expect(try await nodes[0].page(0, size: 2, of: .system, in: VoiceOrder(.usesInYear)).entries.map(\.voice.id) == ["slt", "vi"])
    }

    @Test func `tasks from before are counted by when they were taken on`() async throws {
        let platform = try await TestPlatform(migrations: Array(Schema.migrations.prefix { $0.id != Schema.voiceYears.id }))
        let user = try await platform.makeUser()
        for (id, age) in [("a", 10), ("b", 400)] {
            let created = TestPlatform.start.milliseconds - Int64(age) * 86_400_000
            try await platform.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO tasks (id, user_id, family, lane, voice_id, request, price, state, created_at, updated_at)
                    VALUES (\(id), \(user), 'credits', 'batch', 'slt', '{}', 7, 'queued', \(created), \(created))
                    """)
            }
        }
        try await platform.database.write { try $0.execute("INSERT INTO voice_usage (voice_id, uses) VALUES ('slt', 2)") }
        try await platform.database.migrate(Schema.migrations)
        let voices = Voices(catalogue: .system, database: platform.database, clock: platform.clock)
        let usage = try await voices.page(0, size: 1, of: .system, in: VoiceOrder(.usesInYear)).entries.first?.usage
        #expect(usage == VoiceUsage(uses: 2, usesInYear: 1, charactersInYear: 7))
    }
}
