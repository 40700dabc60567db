import Database
import Files
import Foundation
import Speech
import Testing

@testable import Platform

@Suite struct FileSweepTests {
    /// A file that a sweep was told of.
    private final class Notes {
        var lines: Set<String> = []
    }

    private func setUp() async throws -> (platform: TestPlatform, user: String) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(1000, to: "ada", expiresAt: nil)
        return (platform, user)
    }

    /// Stores a file.
    private func store(_ name: String, size: Int = 4, on platform: TestPlatform) async throws {
        let writer = try await platform.store.makeWriter(maximumSize: size)
        try writer.write([UInt8](repeating: 1, count: size), at: 0)
        _ = try await writer.commit(as: name)
    }

    /// A completed task whose file is stored.
    private func completed(_ platform: TestPlatform, _ user: String) async throws -> String {
        _ = try await platform.queue.add(SpeechRequest(text: "A secret.", voiceID: "slt"), price: 10, userID: user)
        let (task, lease) = try #require(try await platform.queue.claim())
        // As large as the platform notes it.
        try await store("\(task.id).blob", size: 1234, on: platform)
        try await platform.complete(lease)
        return task.id
    }

    private func isStored(_ name: String, on platform: TestPlatform) async -> Bool {
        (try? await platform.store.size(of: name)) != nil
    }

    @Test func `only what no row names goes, and while tasks run only what is old`() async throws {
        let (platform, user) = try await setUp()
        let task = try await completed(platform, user)
        try await store("orphan.mp3", on: platform)
        let abandoned = try await platform.store.makeWriter(maximumSize: 10)
        try abandoned.write([1], at: 0)
        #expect(try await platform.sweep().run() == FileSweep.Report())
        let notes = Notes()
        for isDryRun in [true, false] {
            let report = try await platform.sweep().run(isFirst: true, isDryRun: isDryRun) { notes.lines.insert("\($0) \($1) \($2)") }
            #expect(report == FileSweep.Report(files: 2, bytes: 5, tasks: 0))
            #expect(await isStored("orphan.mp3", on: platform) == isDryRun)
        }
        #expect(notes.lines.count == 2 && notes.lines.contains("orphan orphan.mp3 4"))
        #expect(await isStored("\(task).blob", on: platform))
        #expect(try await platform.sweep().run(isFirst: true) == FileSweep.Report())
    }

    @Test func `tasks go when their time is over, and their charges stay`() async throws {
        let (platform, user) = try await setUp()
        let old = try await completed(platform, user)
        platform.advance(by: .seconds(86_400))
        let new = try await completed(platform, user)
        let waiting = try await platform.queue.add(SpeechRequest(text: "Later.", voiceID: "slt"), price: 10, userID: user).id
        let sweep = platform.sweep(retention: .seconds(86_400))
        #expect(try await sweep.run() == FileSweep.Report())
        platform.advance(by: .milliseconds(1))
        for isDryRun in [true, false] {
            #expect(try await sweep.run(isDryRun: isDryRun) == FileSweep.Report(files: 1, bytes: 1234, tasks: 1))
            #expect(await isStored("\(old).blob", on: platform) == isDryRun)
            #expect(try await (platform.queue.task(old, of: user) != nil) == isDryRun)
        }
        #expect(try await platform.queue.task(new, of: user) != nil)
        #expect(try await platform.queue.task(waiting, of: user) != nil)
        #expect(await isStored("\(new).blob", on: platform))
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 30, "charge": 20])
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `a file that a newer task shares stays`() async throws {
        let (platform, user) = try await setUp()
        let old = try await completed(platform, user)
        platform.advance(by: .seconds(86_400))
        _ = try await platform.queue.add(SpeechRequest(text: "A secret.", voiceID: "slt"), price: 10, userID: user)
        let (task, lease) = try #require(try await platform.queue.claim())
        let blob = Blob(name: "\(old).blob", fingerprint: nil, contentType: "audio/mpeg", size: 1234)
        #expect(try await platform.queue.complete(lease, fileName: "\(task.id).mp3", reusing: blob))
        platform.advance(by: .milliseconds(1))
        let sweep = platform.sweep(retention: .seconds(86_400))
        for isDryRun in [true, false] { #expect(try await sweep.run(isDryRun: isDryRun) == FileSweep.Report(files: 0, bytes: 0, tasks: 1)) }
        #expect(await isStored(blob.name, on: platform))
    }

    @Test func `many tasks go in many steps`() async throws {
        let (platform, user) = try await setUp()
        for _ in 0..<101 {
            _ = try await platform.queue.add(SpeechRequest(text: "A.", voiceID: "slt"), price: 1, userID: user)
            let (_, lease) = try #require(try await platform.queue.claim())
            try await platform.queue.fail(lease, error: "No.")
        }
        platform.advance(by: .seconds(2))
        #expect(try await platform.sweep(retention: .seconds(1)).run().tasks == 101)
        #expect(try await platform.queue.page(1, size: 1, of: user, .credits).total == 0)
    }

    @Test func `a clone's files stay, and a recording that nobody is cloned from goes after a day`() async throws {
        let (platform, user) = try await setUp()
        let clone = try await platform.addClone(of: user)
        let used = try await platform.addRecording(of: user)
        try await platform.addClone(of: user, from: [used])
        let unused = try await platform.addRecording(of: user)
        #expect(try await platform.sweep().run(isFirst: true) == FileSweep.Report())
        platform.advance(by: .seconds(86_400))
        #expect(try await platform.sweep().run(isFirst: true) == FileSweep.Report())
        platform.advance(by: .milliseconds(1))
        let notes = Notes()
        for isDryRun in [true, false] {
            let report = try await platform.sweep(retention: .seconds(1)).run(isFirst: true, isDryRun: isDryRun) {
                notes.lines.insert("\($0) \($1) \($2)")
            }
            #expect(report == FileSweep.Report(files: 1, bytes: 4, tasks: 0))
            #expect(await isStored(unused.fileName, on: platform) == isDryRun)
        }
        #expect(notes.lines == ["expired \(unused.fileName) 4"])
        #expect(try await platform.storedFiles().isSuperset(of: [clone.sampleName, clone.recordings[0].fileName, used.fileName]))
        #expect(try await platform.voices.clones(of: user).count == 2)
        #expect(try await platform.sweep().run(isFirst: true) == FileSweep.Report())
    }
}
