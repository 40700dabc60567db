import Speech
import Testing

@testable import Platform

@Suite struct SpeechTasksTests {
    private let terms = TaskTerms(family: .credits, lane: .batch, tariff: .credits, textField: "input")

    private func setUp() async throws -> (tasks: SpeechTasks, voices: Voices, principal: Principal) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(100_000, to: "ada", expiresAt: nil)
        let voices = Voices(catalogue: .system, database: platform.database)
        return (
            SpeechTasks(
                database: platform.database, voices: voices, files: platform.files, outbox: platform.outbox, clock: platform.clock, ids: platform.ids),
            voices,
            Principal(userID: user, keyID: "key")
        )
    }

    @Test func `a request costs a credit a byte, and names its voice by its own id`() async throws {
        let (tasks, voices, principal) = try await setUp()
        let id = try #require(VoiceCatalogue.system.voice("slt")).familyIDs.credits
        let task = try await tasks.add(SpeechRequest(text: "Xin chào", voiceID: id), for: principal, terms: terms)
        #expect(task.price == 9 && task.request.voiceID == "slt")
        #expect(try await tasks.task(task.id, for: principal) == task)
        // It counts once it is spoken.
        #expect(try await voices.uses() == [:])
        await #expect(throws: PlatformError.self) { try await tasks.task(task.id, for: Principal(userID: "else", keyID: "key")) }
    }

    @Test func `what can't be done is refused before it costs`() async throws {
        let (tasks, _, principal) = try await setUp()
        func add(_ text: String, _ voice: String, language: String? = nil) async throws {
            _ = try await tasks.add(SpeechRequest(text: text, voiceID: voice, language: language), for: principal, terms: terms)
        }
        await #expect(throws: PlatformError.unknownVoice) { try await add("Hello", "nobody") }
        await #expect(throws: PlatformError.invalid(field: "input", UnspeakableText.empty.message)) { try await add(" ", "slt") }
        await #expect(throws: PlatformError.textTooLong(field: "input", limit: 5000, unit: "bytes")) {
            try await add(String(repeating: "é", count: 2501), "slt")
        }
        await #expect(throws: PlatformError.invalid(field: "language", UnspokenLanguage().message)) { try await add("Hello", "slt", language: "xx") }
        try await add(String(repeating: "é", count: 2500), "slt")
        #expect(try await tasks.page(1, size: 10, of: .credits, for: principal).total == 1)
    }

    @Test func `a task that nobody works on is answered as it is when patience ends`() async throws {
        let (tasks, _, principal) = try await setUp()
        let task = try await tasks.add(SpeechRequest(text: "Hello", voiceID: "slt"), for: principal, terms: terms)
        #expect(try await tasks.task(task.id, for: principal, waiting: .zero).state == .queued)
    }
}
