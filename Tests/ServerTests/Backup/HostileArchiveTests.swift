import Foundation
import TestSupport
import Testing

/// What is no backup, or a damaged one, changes nothing and leaves nothing.
@Suite(.timeLimit(.minutes(3))) struct HostileArchiveTests {
    @Test(arguments: HostileArchive.allCases)
    func `an archive that can't be restored changes nothing`(archive: HostileArchive) async throws {
        let folder = try TemporaryFolder()
        func place(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
        func mynah(_ arguments: String...) async throws -> CommandResult { try await BuiltProgram.run(arguments, in: folder.url) }
        #expect(try await mynah("users", "create", "ada", "--data", place("data")).exitCode == 0)
        #expect(try await mynah("backup", place("good.tar"), "--data", place("data")).exitCode == 0)
        let made = try await archive.make(of: place("good.tar"), at: place("bad.tar"))
        #expect(made.exitCode == 0, "\(made.errors)")
        #expect(try await mynah("users", "create", "bob", "--data", place("data")).exitCode == 0)
        let before = try contents(of: place("data"))

        for data in ["data", "new"] {
            let result = try await mynah("restore", place("bad.tar"), "--replace", "--data", place(data))
            #expect(result.exitCode == 1)
            #expect(result.errorLines.count == 1 && result.errors.contains(archive.complaint), "\(result.errors)")
        }
        #expect(try contents(of: place("data")) == before)
        #expect(try await mynah("users", "list", "--data", place("data")).text.contains("bob"))
        #expect(try contents(of: place("new")) == ["maintenance.lock"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["bad.tar", "data", "good.tar", "new"])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/mynah-hostile"))
    }

    /// The files in a folder, but for those that a database has beside it while it is open.
    private func contents(of folder: String) throws -> Set<String> {
        Set(try FileManager.default.subpathsOfDirectory(atPath: folder).filter { !$0.hasPrefix("mynah.db-") })
    }

    @Test func `what is not there is said so`() async throws {
        let folder = try TemporaryFolder()
        let result = try await BuiltProgram.run(["restore", "nothing.tar", "--data", folder.url.path], in: folder.url)
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("is not there, or no file"))
    }
}
