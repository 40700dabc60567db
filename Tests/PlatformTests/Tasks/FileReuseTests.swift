import Database
import Files
import Speech
import Testing

@testable import Platform

/// Requests that are made again, with real engines.
@Suite(.timeLimit(.minutes(3))) struct FileReuseTests {
    private static let text = "The same again."

    private func bytes(of task: SpeechTask, on worker: RunningWorker) async throws -> [UInt8] {
        let file = try await worker.platform.files.file(try #require(task.fileName))
        var bytes: [UInt8] = []
        for try await chunk in try await worker.platform.files.bytes(of: file, in: 0..<file.size) { bytes += chunk }
        #expect(bytes.count == file.size && file.contentType == "audio/mpeg")
        return bytes
    }

    private func words(of task: SpeechTask, on worker: RunningWorker) async throws -> String? {
        try await worker.platform.database.read { try $0.row("SELECT words FROM task_words WHERE task_id = \(task.id)") }?.string("words")
    }

    @Test func `a request that is made again is not spoken again, and costs the same`() async throws {
        let worker = try await RunningWorker()
        let first = try await worker.finished(worker.add(Self.text))
        // A host that stands still could speak nothing.
        await worker.freezeHost()
        let second = try await worker.finished(worker.add(Self.text))
        #expect(second.state == .completed && second.progress == 1 && second.duration == first.duration)
        #expect(second.fileName != first.fileName)
        #expect(try await bytes(of: second, on: worker) == bytes(of: first, on: worker))
        #expect(try await words(of: second, on: worker) == words(of: first, on: worker))
        #expect(try await worker.storedFiles().count == 1)
        #expect(try await worker.platform.entries(of: worker.principal.userID)["charge"] == 2 * first.price)

        try await worker.tasks.delete(first.id, for: worker.principal)
        #expect(try await bytes(of: second, on: worker).count > 1000)
        let third = try await worker.finished(worker.add(Self.text))
        #expect(try await bytes(of: third, on: worker) == bytes(of: second, on: worker))
        for task in [second, third] { try await worker.tasks.delete(task.id, for: worker.principal) }
        #expect(try await worker.storedFiles().isEmpty)
        #expect(try await CreditAudit(database: worker.platform.database).findings() == [])
        await worker.stop()
    }

    @Test func `nothing is used again for another user, another request, or a file that is gone`() async throws {
        let worker = try await RunningWorker()
        let first = try await worker.finished(worker.add(Self.text))
        let bob = Principal(userID: try await worker.platform.makeUser("bob"), keyID: "key")
        try await worker.platform.credits.grant(1000, to: "bob", expiresAt: nil)
        _ = try await worker.finished(worker.add(Self.text, for: bob), for: bob)
        #expect(try await worker.storedFiles().count == 2)
        _ = try await worker.finished(worker.add("The same again!"))
        #expect(try await worker.storedFiles().count == 3)

        let expected = try await bytes(of: first, on: worker)
        let lost = try await worker.platform.files.file(try #require(first.fileName)).blobName
        try await worker.platform.store.delete(lost)
        for _ in 0..<2 {
            let again = try await worker.finished(worker.add(Self.text))
            #expect(try await bytes(of: again, on: worker) == expected)
        }
        #expect(try await worker.storedFiles().count == 3)
        #expect(try await worker.platform.sweep().run(isFirst: true) == FileSweep.Report())
        #expect(try await CreditAudit(database: worker.platform.database).findings() == [])
        await worker.stop()
    }

    @Test func `where it is not wanted, everything is spoken`() async throws {
        let worker = try await RunningWorker(configuration: TaskConfiguration(reusesFiles: false))
        for _ in 0..<2 { #expect(try await worker.finished(worker.add(Self.text)).state == .completed) }
        #expect(try await worker.storedFiles().count == 2)
        await worker.stop()
    }

    @Test func `a fingerprint tells what makes a difference`() throws {
        let voice = try #require(VoiceCatalogue.system.voice("slt"))
        let other = try #require(VoiceCatalogue.system.voice("rms"))
        let request = SpeechRequest(text: "One.", voiceID: "slt")
        let same = try SpeechFingerprint(of: request, voice: voice, version: "1")
        #expect(try SpeechFingerprint(of: request, voice: voice, version: "1") == same)
        var slow = request
        slow.prosody.speed = 0.5
        let others = [
            try SpeechFingerprint(of: slow, voice: voice, version: "1"), try SpeechFingerprint(of: request, voice: other, version: "1"),
            try SpeechFingerprint(of: request, voice: voice, version: "2"),
            try SpeechFingerprint(of: SpeechRequest(text: "One", voiceID: "slt"), voice: voice, version: "1"),
            try SpeechFingerprint(of: SpeechRequest(text: "One.", voiceID: "slt", encoding: .standard(.wav)), voice: voice, version: "1"),
        ]
        #expect(Set(others + [same]).count == 6)
    }
}
