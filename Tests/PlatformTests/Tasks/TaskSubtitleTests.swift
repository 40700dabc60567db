import Files
import Speech
import Testing

@testable import Platform

/// Subtitles as the queue and the store have them.
@Suite struct TaskSubtitleTests {
    private static let words = [WordTiming(range: 0..<4, start: 0, end: 0.4)]

    /// A completed task with a subtitle.
    private func setUp() async throws -> (platform: TestPlatform, user: String, task: SpeechTask) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let task = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: user, family: .labs)
        let (_, lease) = try #require(try await platform.queue.claim())
        let subtitle = try await write(on: platform)
        try await platform.queue.complete(
            lease, fileName: "audio.mp3", blob: Blob(name: "audio.blob", contentType: "audio/mpeg", size: 9), duration: 1, words: Self.words,
            subtitle: subtitle)
        return (platform, user, try #require(try await platform.queue.task(task.id, of: user)))
    }

    private func write(on platform: TestPlatform, _ limits: CaptionLimits = CaptionLimits()) async throws -> TaskSubtitle {
        let cues = CaptionCutter.cues(text: "One.", words: Self.words, duration: 1, limits: limits)
        return try await SubtitleWriter(store: platform.store, ids: platform.ids).write(cues, limits: limits)
    }

    private func storedFiles(_ platform: TestPlatform) async throws -> [String] {
        var page = try await platform.store.list(page: nil)
        var names = page.files.map(\.name)
        while let next = page.next {
            page = try await platform.store.list(page: next)
            names += page.files.map(\.name)
        }
        return names
    }

    @Test func `a completed task names its subtitle, which can be fetched and is not swept`() async throws {
        let (platform, _, task) = try await setUp()
        let name = try #require(task.subtitleName)
        #expect(try name.hasSuffix(".srt") && task.subtitleLimits == StoredJSON.text(of: CaptionLimits()))
        let file = try await platform.files.file(name)
        #expect(file.contentType == "application/x-subrip; charset=utf-8")
        try await platform.sweep().run(isFirst: true)
        #expect(try await storedFiles(platform) == [file.blobName])
        #expect(try await platform.store.size(of: file.blobName) == file.size)
    }

    @Test func `a new subtitle takes the place of the one before, and what no row names is swept`() async throws {
        let (platform, user, task) = try await setUp()
        let limits = CaptionLimits(charactersPerLine: 3, linesPerCue: 1, secondsPerCue: 0.5)
        let next = try await write(on: platform, limits)
        let (isKept, orphans) = try await platform.queue.replaceSubtitle(of: task.id, userID: user, with: next, once: nil)
        #expect(isKept && orphans.count == 1)
        let changed = try #require(try await platform.queue.task(task.id, of: user))
        #expect(try changed.subtitleName == next.name && changed.subtitleLimits == StoredJSON.text(of: limits))
        await #expect(throws: PlatformError.self) { try await platform.files.file(task.subtitleName ?? "") }
        // As if the server had died before it deleted the old one.
        try await platform.sweep().run(isFirst: true)
        #expect(try await storedFiles(platform) == [next.blob.name])
    }

    @Test func `a subtitle that took its place stays, though the one before can't be deleted`() async throws {
        let (platform, user, task) = try await setUp()
        let principal = Principal(userID: user, keyID: "key")
        let old = try await platform.files.file(try #require(task.subtitleName)).blobName
        let store = KeepingStore(store: platform.store, kept: old)
        let tasks = SpeechTasks(
            database: platform.database, voices: Voices(catalogue: .system, database: platform.database),
            files: PublicFiles(database: platform.database, store: store), outbox: platform.outbox, clock: platform.clock, ids: platform.ids)
        let limits = CaptionLimits(charactersPerLine: 3, linesPerCue: 1, secondsPerCue: 0.5)
        let cues = try await tasks.cutSubtitle(of: task.id, family: .labs, for: principal, limits: limits)
        let name = try #require(try await platform.queue.task(task.id, of: user)?.subtitleName)
        #expect(name != task.subtitleName && !cues.isEmpty)
        let file = try await platform.files.file(name)
        #expect(try await platform.store.size(of: file.blobName) == file.size)
        try await platform.sweep().run(isFirst: true)
        #expect(try await storedFiles(platform) == [file.blobName])
    }

    @Test func `an export by a key that was used changes nothing`() async throws {
        let (platform, user, task) = try await setUp()
        let key = try IdempotencyKey(key: "k", operation: "POST /", content: 1)
        let (first, second) = (try await write(on: platform), try await write(on: platform))
        #expect(try await platform.queue.replaceSubtitle(of: task.id, userID: user, with: first, once: key).isKept)
        #expect(try await !platform.queue.replaceSubtitle(of: task.id, userID: user, with: second, once: key).isKept)
        #expect(try await platform.queue.task(task.id, of: user)?.subtitleName == first.name)
        let other = try IdempotencyKey(key: "k", operation: "POST /", content: 2)
        await #expect(throws: PlatformError.idempotencyConflict) {
            try await platform.queue.replaceSubtitle(of: task.id, userID: user, with: second, once: other)
        }
    }

    @Test func `a deleted task leaves neither audio nor subtitle, and can't be given one`() async throws {
        let (platform, user, task) = try await setUp()
        let orphans = try #require(try await platform.queue.delete(task.id, of: user, family: .labs)).orphans
        #expect(orphans.count == 2 && orphans.contains("audio.blob"))
        let late = try await write(on: platform)
        await #expect(throws: SpeechTasks.noSuchTask) {
            try await platform.queue.replaceSubtitle(of: task.id, userID: user, with: late, once: nil)
        }
        try await platform.sweep().run(isFirst: true)
        #expect(try await storedFiles(platform).isEmpty)
    }

    @Test func `a task is deleted by its own family alone`() async throws {
        let (platform, user, task) = try await setUp()
        #expect(try await platform.queue.delete(task.id, of: user, family: .max) == nil)
        #expect(try await platform.queue.delete(task.id, of: user, family: .labs) != nil)
        #expect(try await platform.queue.delete(task.id, of: user, family: .labs) == nil)
    }
}
