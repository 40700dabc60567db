import EnginePool
import EngineProtocol
import Narration
import Testing

@Suite struct HostStartTests {
    private func reason(_ pool: EnginePool) async -> String? {
        do {
            try await pool.start()
            return nil
        } catch EnginePoolError.hostDidNotStart(let reason) {
            return reason
        } catch {
            return "\(error)"
        }
    }

    @Test func `a program that is not there is named`() async {
        let pool = EnginePool(configuration: EnginePoolConfiguration(executable: "/nowhere/mynah", arguments: [], size: 1))
        #expect(await reason(pool) == "/nowhere/mynah: No such file or directory")
    }

    @Test func `a host that ends at once did not start`() async throws {
        #expect(await reason(try FakeHost("exit 3").pool) == "it ended at once")
    }

    @Test func `a host that does not greet did not start`() async throws {
        let host = try FakeHost("exec sleep 1000", patience: .milliseconds(200))
        #expect(await reason(host.pool) == "its greeting did not come (timedOut)")
        #expect(await host.pool.processIDs.isEmpty)
    }

    @Test func `a host that greets with nonsense did not start`() async throws {
        let reason = await reason(try FakeHost("echo Hello, world; exec sleep 1000").pool)
        #expect(reason?.contains("tooLong") == true)
    }

    @Test func `a host of another version did not start`() async throws {
        let greeting = Frame(.ready, Array(#"{"version":999,"confinement":[],"versions":[]}"#.utf8))
        #expect(await reason(try FakeHost("printf '\(FakeHost.octal(of: greeting.bytes))'; exec sleep 1000").pool) == "it is of another version")
    }

    @Test func `a host that can't start says why`() async throws {
        let frame = try Frame(.failed, message: HostFailure(message: "espeak-ng's data is missing"))
        #expect(await reason(try FakeHost("printf '\(FakeHost.octal(of: frame.bytes))'").pool) == "espeak-ng's data is missing")
    }

    @Test func `a narration without hosts fails with a reason, and tries no more often than once`() async throws {
        let host = try FakeHost("exit 3")
        await #expect(throws: EnginesUnavailable.self) { try await Spoken("Hello.", voice: "slt", pool: host.pool) }
        #expect(host.starts == 1)
    }

    @Test func `a pool starts all its hosts, and ends them`() async throws {
        let pool = Hosts.make(size: 3)
        let greeting = try await pool.start()
        #expect(greeting.version == HostGreeting.currentVersion)
        #expect(greeting.versions.contains { $0.hasPrefix("espeak-ng 1.") } && greeting.versions.contains { $0.hasPrefix("Flite ") })
        let ids = await pool.processIDs
        #expect(Set(ids).count == 3 && ids.allSatisfy(HostProcesses.isRunning))
        await pool.stop()
        #expect(await pool.processIDs.isEmpty)
        #expect(!ids.contains(where: HostProcesses.isRunning))
    }
}
