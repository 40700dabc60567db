import Foundation
import Speech
import Testing

@testable import Platform

/// Tasks that clones speak, with real engines.
@Suite(.timeLimit(.minutes(3))) struct ClonedSpeechTests {
    @Test func `a clone that is deleted finishes what it speaks, and what waits for it fails for nothing`() async throws {
        let worker = try await RunningWorker()
        let user = worker.principal.userID
        let clone = try await worker.platform.addClone(of: user)
        let running = try await worker.addStuck("It was begun before.", voice: clone.voice.familyIDs.max)
        let waiting = try await worker.add("It was not.", voice: clone.id)
        try await worker.platform.deleteClone(clone.id, of: user)
        await worker.thawHost()
        #expect(try await worker.finished(running).state == .completed)
        let failed = try await worker.finished(waiting)
        #expect(failed.state == .failed && failed.error?.isEmpty == false)
        #expect(try await worker.platform.credits.balance(of: user).total == 10_000 - running.price)
        await #expect(throws: PlatformError.unknownVoice) { try await worker.add("Too late.", voice: clone.id) }
        #expect(try await CreditAudit(database: worker.platform.database).findings() == [])
        await worker.stop()
    }

    @Test func `another's clone speaks for nobody else`() async throws {
        let worker = try await RunningWorker()
        let clone = try await worker.platform.addClone(of: worker.principal.userID)
        let other = Principal(userID: try await worker.platform.makeUser("bob", monthlyCredits: 100), keyID: "key")
        for id in clone.voice.ids {
            await #expect(throws: PlatformError.unknownVoice) { try await worker.add("Not yours.", voice: id, for: other) }
        }
        #expect(try await worker.platform.credits.balance(of: other.userID).total == 100)
        await worker.stop()
    }
}
