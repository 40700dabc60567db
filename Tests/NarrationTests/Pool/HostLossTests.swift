import EnginePool
import EngineProtocol
import Foundation
import Narration
import Speech
import Synchronization
import Testing

@Suite struct HostLossTests {
    /// How long a host may stand still that does so: long enough for a shell to start and greet, however busy the machine is.
    private static let patience: Duration = .seconds(4)

    private func loss(_ host: FakeHost) async -> EnginePoolError? {
        do {
            try await host.pool.perform { channel in
                try channel.write(Frame(.request, Array("{}".utf8)))
                while try channel.read() != nil {}
                throw FrameError.closed
            }
            return nil
        } catch {
            return error as? EnginePoolError
        }
    }

    @Test func `a host that stands still is replaced, until the request has been tried often enough`() async throws {
        let host = try FakeHost(FakeHost.greeting + "exec sleep 1000", patience: Self.patience)
        #expect(await loss(host) == .hostsLost(attempts: 3, last: .hung))
        #expect(host.starts == 3)
        #expect(await host.pool.processIDs.isEmpty)
    }

    @Test(arguments: ["this is no frame", "\\000\\000\\000\\000\\377", "\\377\\377\\377\\377\\020"])
    func `a host that answers nonsense is replaced`(bytes: String) async throws {
        let host = try FakeHost(FakeHost.greeting + "printf '\(bytes)'; exec sleep 1000", attempts: 2)
        #expect(await loss(host) == .hostsLost(attempts: 2, last: .brokeProtocol))
        #expect(host.starts == 2)
    }

    @Test(arguments: [("exit 7", HostLoss.exited(7)), ("kill -9 $$", .killed(signal: 9)), ("printf abc; exit 1", .exited(1))])
    func `how a host ended is told`(script: String, loss expected: HostLoss) async throws {
        let host = try FakeHost(FakeHost.greeting + script, attempts: 1)
        #expect(await loss(host) == .hostsLost(attempts: 1, last: expected))
    }

    @Test func `a person is told what went wrong`() async throws {
        let host = try FakeHost(FakeHost.greeting + "exec sleep 1000", patience: Self.patience)
        let error = await #expect(throws: NarrationError.self) { try await Spoken("Hello.", voice: "slt", pool: host.pool) }
        #expect(error?.message == "The speech engine stood still on each of 3 tries with this text.")
    }

    @Test func `a host that can't do a request says why, and goes on`() async throws {
        let pool = Hosts.make(size: 1)
        try await pool.start()
        let before = await pool.processIDs
        let nobody = Voice(
            id: "nobody", name: "", description: "", language: "en", gender: .neutral, base: EngineVoice(engine: .flite, name: "nobody"), variant: "")
        let error = await #expect(throws: NarrationError.self) {
            try await Narrator(pool: pool).narrate(
                SpeechRequest(text: "Hello.", voiceID: "nobody"), voice: nobody, spool: URL(fileURLWithPath: "/nowhere"), into: MemoryOutput())
        }
        #expect(error?.message == "flite has no voice nobody. Run `mynah doctor`.")
        _ = try await Spoken("Hello.", voice: "slt", pool: pool)
        #expect(await pool.processIDs == before)
        await pool.stop()
    }

    @Test(arguments: MemoryOutput.Event.allCases)
    func `a host that is killed in the midst of a request is replaced, and the request done`(event: MemoryOutput.Event) async throws {
        let pool = Hosts.make(size: 1)
        try await pool.start()
        let victims = await pool.processIDs
        let kills = Mutex(0)
        let output = MemoryOutput { happened in
            guard happened == event,
                kills.withLock({
                    $0 += 1; return $0
                }) == 1
            else { return }
            for id in victims { kill(id, SIGKILL) }
        }
        // More than a pipe holds, so that the host has not said all when the first piece arrives.
        let text = Texts.sentence(for: "rms")
        let spoken = try await Spoken(text, voice: "rms", pool: pool, output: output)
        let unharmed = try await Spoken(text, voice: "rms")
        let hosts = await pool.processIDs
        await pool.stop()
        #expect(spoken.bytes == unharmed.bytes && spoken.narration == unharmed.narration)
        #expect(victims.count == 1 && hosts.count == 1 && hosts != victims)
        #expect(output.restarts == 2)
    }

    @Test func `a long text is done, though all hosts are killed in the midst of it`() async throws {
        let pool = Hosts.make(size: 2)
        try await pool.start()
        let victims = await pool.processIDs
        let text = Texts.paragraph
        let told = Collected<Double>()
        let spoken = try await Spoken(
            text, voice: "en-us", pool: pool, progress: { if told.append($0) == 1 { for id in victims { kill(id, SIGKILL) } } })
        let hosts = await pool.processIDs
        await pool.stop()
        let unharmed = try await Spoken(text, voice: "en-us")
        #expect(spoken.bytes == unharmed.bytes && spoken.narration == unharmed.narration)
        #expect(hosts.count == 2 && Set(hosts) != Set(victims))
    }

    @Test func `a host that is asked nonsense ends, and the request is not tried for ever`() async throws {
        let pool = Hosts.make(size: 1, attempts: 2)
        let error = await #expect(throws: EnginePoolError.self) {
            try await pool.perform { channel in
                try channel.write(Frame(.more))
                while try channel.read() != nil {}
                throw FrameError.closed
            }
        }
        #expect(error == .hostsLost(attempts: 2, last: .exited(1)))
        await pool.stop()
    }

    @Test func `what the output throws is thrown, and the pool serves the next`() async throws {
        struct DiskIsFull: Error {}
        let pool = Hosts.make(size: 1, attempts: 1)
        let output = MemoryOutput { if $0 == .write { throw DiskIsFull() } }
        await #expect(throws: DiskIsFull.self) { try await Spoken("Hello.", voice: "slt", pool: pool, output: output) }
        #expect(try await Spoken("Hello.", voice: "slt", pool: pool).narration.words.count == 1)
        await pool.stop()
    }
}
