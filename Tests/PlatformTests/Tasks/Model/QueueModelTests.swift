import TestSupport
import Testing

/// The queue beside a model of it. The long form is `make soak`, or `MYNAH_STEPS=100000 swift test --filter QueueModelTests`; `MYNAH_SEED` repeats one.
@Suite(.timeLimit(.minutes(60))) struct QueueModelTests {
    @Test func `whatever happens in whatever order, the queue does what the model does`() async throws {
        let seed = Soak.seed(short: 1)
        let steps = Soak.steps(short: 2500, long: 200_000)
        var walk = try await QueueWalk(seed: seed)
        do {
            for step in 1...steps {
                try await walk.take()
                if step % 10_000 == 0 { Soak.say("\(step) steps of the queue") }
            }
            try await walk.compareAll()
        } catch {
            Issue.record("\(error) (MYNAH_SEED=\(seed) MYNAH_STEPS=\(steps) repeats it)")
            return
        }
        // What each walk of this length comes by.
        let kinds = [
            "add", "add, in vain", "add once", "add again", "add again, in vain", "claim", "claim, in vain", "renew", "renew, in vain", "complete",
            "complete again", "fail", "fail, in vain", "release", "retry", "delete", "delete, in vain", "recover", "deadlines", "restart", "grant",
            "plan", "page",
        ]
        if steps >= 2500 { for kind in kinds { #expect((walk.counts[kind] ?? 0) > 0, "\(kind): \(walk.counts)") } }
        if Soak.isLong { Soak.say("\(walk.counts)") }
    }
}
