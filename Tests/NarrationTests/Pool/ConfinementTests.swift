import EnginePool
import EngineProtocol
import Foundation
import Narration
import Speech
import Testing

@Suite struct ConfinementTests {
    @Test func `a host can open no socket and gain no right`() async throws {
        let pool = Hosts.make(size: 1)
        let greeting = try await pool.start()
        let id = try #require(await pool.processIDs.first)
        #expect(try HostProcesses.status("Seccomp", of: id) == "2")
        #expect(try HostProcesses.status("NoNewPrivs", of: id) == "1")
        #expect(greeting.confinement.starts(with: ["limits", "seccomp"]))
        await pool.stop()
    }

    @Test func `a host can write no file but a short one in memory, and has bounded memory`() async throws {
        let pool = Hosts.make(size: 1)
        try await pool.start()
        let id = try #require(await pool.processIDs.first)
        let limits = try String(contentsOfFile: "/proc/\(id)/limits", encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
        #expect(limits.contains { $0.starts(with: ["Max", "address", "space", "\(Hosts.memoryLimit)", "\(Hosts.memoryLimit)"]) })
        #expect(limits.contains { $0.starts(with: ["Max", "file", "size", "65536", "65536"]) })
        #expect(limits.contains { $0.starts(with: ["Max", "core", "file", "size", "0", "0"]) })
        await pool.stop()
    }

    @Test func `a host has no threads but its own and espeak-ng's, nothing open but its pipes, and no secrets`() async throws {
        let pool = Hosts.make(size: 1)
        try await pool.start()
        let id = try #require(await pool.processIDs.first)
        #expect(try HostProcesses.status("Threads", of: id) == "2")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd").sorted() == ["0", "1", "2"])
        let environment = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(id)/environ")).split(separator: 0)
        let names = Set(environment.map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) })
        #expect(names.isSubset(of: ["PATH", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"]))
        await pool.stop()
    }

    @Test func `a text that takes too much memory fails alone`() async throws {
        let scout = Hosts.make(size: 1)
        try await scout.start()
        let used = try HostProcesses.addressSpace(of: try #require(await scout.processIDs.first))
        await scout.stop()
        let pool = Hosts.make(size: 2, memoryLimit: used + 12 << 20)
        try await pool.start()
        let before = Set(await pool.processIDs)
        // One sentence of 2 minutes, whose samples and parameters are more than what is left.
        let poison = String(repeating: "and on we went, ", count: 60)
        let bad = Task { _ = try await Spoken(poison, voice: "slt", prosody: Prosody(speed: 0.5, pitch: 1), pool: pool) }
        async let good = Spoken("Hello there.", voice: "kal16", pool: pool)
        #expect(try await good.narration.words.count == 2)
        let error = await #expect(throws: NarrationError.self) { try await bad.value }
        #expect(error?.message.contains("on each of 3 tries") == true, "\(error?.message ?? "")")
        #expect(try await Spoken("Hello there.", voice: "kal16", pool: pool).narration.words.count == 2)
        #expect(Set(await pool.processIDs) != before)
        await pool.stop()
    }
}
