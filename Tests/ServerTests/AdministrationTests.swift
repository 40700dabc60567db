import Foundation
import Speech
import TestSupport
import Testing

/// The commands that keep users, keys and credits.
@Suite(.timeLimit(.minutes(3))) struct AdministrationTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func mynah(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult {
        try await BuiltProgram.run(arguments + ["--data", folder.url.appendingPathComponent("data").path], in: folder.url, environment: environment)
    }

    private func expectFailure(_ result: CommandResult, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(result.exitCode == 1, sourceLocation: sourceLocation)
        #expect(result.output.isEmpty, sourceLocation: sourceLocation)
        #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
    }

    @Test func `a key is printed alone`() async throws {
        #expect(try await mynah("users", "create", "ada").exitCode == 0)
        let result = try await mynah("keys", "create", "--user", "ada", "--name", "laptop", "--expires", "90d")
        #expect(result.exitCode == 0)
        #expect(result.errors == "")
        let output = String(decoding: result.output, as: UTF8.self)
        #expect(output.wholeMatch(of: #/ey[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\n/#) != nil)
        let list = try await mynah("keys", "list", "--user", "ada").text
        #expect(list.contains("laptop"))
        #expect(list.contains("never"))
        #expect(list.contains("until "))
        #expect(!list.contains(result.text))
    }

    @Test func `credits that are given add up`() async throws {
        #expect(try await mynah("users", "create", "ada", "--credits", "5", environment: ["MYNAH_USERS_MONTHLY_CREDITS": "10"]).exitCode == 0)
        #expect(try await mynah("credits", "grant", "ada", "50000").text == "ada has 50015 credits.")
        #expect(try await mynah("credits", "grant", "ada", "7", "--expires", "2999-12-31").text == "ada has 50022 credits.")
    }

    @Test func `a plan is a number or unmetered`() async throws {
        #expect(try await mynah("users", "create", "ada", "--plan", "100").exitCode == 0)
        #expect(try await mynah("credits", "show", "ada").text.hasSuffix("ada has 100 credits."))
        let unmetered = "ada is unmetered: what is spent is recorded, and never refused."
        #expect(try await mynah("credits", "plan", "ada", "unmetered").text == unmetered)
        #expect(try await mynah("credits", "show", "ada").text.hasSuffix(unmetered))
        #expect(try await mynah("users", "list").text.contains("unmetered"))
        #expect(try await mynah("credits", "plan", "ada", "7").text == "ada gets 7 credits a month.")
    }

    @Test func `what can't be given is refused`() async throws {
        #expect(try await mynah("users", "create", "ada").exitCode == 0)
        expectFailure(try await mynah("credits", "grant", "ada", "0"), "amount is a whole number")
        expectFailure(try await mynah("credits", "grant", "ada", "5", "--expires", "2020-01-01"), "expiry must lie in the future")
        expectFailure(try await mynah("credits", "grant", "bob", "5"), "There is no user")
        expectFailure(try await mynah("credits", "plan", "bob", "unmetered"), "There is no user")
        expectFailure(try await mynah("credits", "history", "ada", "--before", "clxxxx"), "ada has no entry clxxxx")
    }

    @Test func `the data folder is in the home that the environment names, and empty tables are explained`() async throws {
        #expect(try await BuiltProgram.run(["users", "create", "ada"], in: folder.url).exitCode == 0)
        #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent(".local/share/mynah/mynah.db").path))
        #expect(try await BuiltProgram.run(["users", "delete", "ada", "--yes"], in: folder.url).exitCode == 0)
        let result = try await BuiltProgram.run(["users", "list"], in: folder.url)
        #expect(result.exitCode == 0)
        #expect(result.text == "NAME  CREDITS A MONTH  MADE  STATE")
        #expect(result.errors.contains("mynah users create NAME"))
    }

    @Test(arguments: [
        ["users", "list"], ["keys", "list"], ["keys", "create", "--user", "ada"], ["credits", "audit"], ["credits", "grant", "ada", "5"],
        ["webhooks", "list"], ["files", "sweep"],
    ])
    func `a data folder that is named by mistake is not taken for an empty one`(command: [String]) async throws {
        let data = folder.url.appendingPathComponent("elsewhere")
        expectFailure(try await BuiltProgram.run(command + ["--data", data.path], in: folder.url), "There is no data in \(data.path)")
        #expect(!FileManager.default.fileExists(atPath: data.path))
    }

    @Test func `what is told to be typed names the data folder as a shell reads it`() async throws {
        let data = folder.url.appendingPathComponent("Ada's data").path
        let result = try await BuiltProgram.run(["users", "create", "ada", "--data", data], in: folder.url)
        let command = #"mynah keys create --user ada --data '\#(folder.url.path)/Ada'\''s data'"#
        #expect(result.text == "Made the user ada. Give them a key: \(command)")
    }

    @Test(arguments: ["", "two\nlines", "\u{1B}[31mred", String(repeating: "a", count: 101)])
    func `a key's name fits a table`(name: String) async throws {
        #expect(try await mynah("users", "create", "ada").exitCode == 0)
        expectFailure(
            try await mynah("keys", "create", "--user", "ada", "--name", name), "The name has 1 to 100 characters, without control characters.")
    }

    @Test func `a name is taken once`() async throws {
        #expect(try await mynah("users", "create", "ada").exitCode == 0)
        expectFailure(try await mynah("users", "create", "ada"), "taken")
    }

    @Test(arguments: ["", "a b", "é", "a/b", "-a", String(repeating: "a", count: 65)])
    func `a name that can't be is refused`(name: String) async throws {
        let data = folder.url.appendingPathComponent("data").path
        expectFailure(
            try await BuiltProgram.run(["users", "create", "--data", data, "--", name], in: folder.url), "1 to 64 ASCII characters")
    }

    @Test func `what is not there can't be revoked or used`() async throws {
        #expect(try await mynah("users", "create", "ada").exitCode == 0)
        expectFailure(try await mynah("keys", "create", "--user", "nobody"), "There is no user")
        expectFailure(try await mynah("keys", "revoke", "clxxxx"), "There is no key clxxxx")
        expectFailure(try await mynah("keys", "list", "--user", "nobody"), "There is no user")
        expectFailure(try await mynah("webhooks", "list", "--user", "nobody"), "There is no user")
        expectFailure(try await mynah("webhooks", "secret", "nobody", "--rotate"), "There is no user")
        expectFailure(try await mynah("webhooks", "show", "clxxxx"), "There is no webhook clxxxx")
        expectFailure(try await mynah("webhooks", "redeliver", "clxxxx"), "There is no webhook clxxxx")
    }

    @Test(arguments: [
        ["nothing"], ["serve", "--nothing"], ["keys", "create"], ["keys", "create", "--user", "ada", "--expires", "soon"],
        ["credits", "grant", "ada", "many"], ["users", "create", "ada", "--credits", "0"],
        ["users", "create", "ada", "--credits", "-5"], ["users", "create", "ada", "--credits", "1000000000001"],
        ["credits", "grant", "ada", "5", "--expires", "2027-02-31"], ["users", "create", "ada", "--plan", "-1"],
        ["credits", "plan", "ada", "plenty"], ["keys", "create", "--user", "ada", "--scopes", "all"],
        ["keys", "rotate", "clxxxx", "--overlap", "0h"], ["say", "a", "--speed", "3"],
        ["say", "a", "--pitch", "-13"], ["say", "a", "--format", "aac"], ["say", "a", "--captions", "a.txt"], ["say", "a", "--file", "b"],
        ["voices", "--gender", "old"], ["host"], ["webhooks", "list", "--state", "lost"], ["webhooks", "list", "--limit", "0"],
        ["webhooks", "redeliver"], ["webhooks", "show"],
    ])
    func `wrong usage ends with 64 and an explanation`(arguments: [String]) async throws {
        let result = try await BuiltProgram.run(arguments, in: folder.url)
        #expect(result.exitCode == 64)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test(arguments: [["--help"], ["say", "--help"], ["serve", "--help"], ["keys", "create", "--help"], ["--version"]])
    func `help is no failure`(arguments: [String]) async throws {
        let result = try await BuiltProgram.run(arguments, in: folder.url)
        #expect(result.exitCode == 0)
        #expect(!result.output.isEmpty)
        #expect(result.errors == "")
    }

    @Test func `the doctor finds all that is needed`() async throws {
        let result = try await mynah("doctor")
        #expect(result.exitCode == 0, "\(result.text)")
        let formats = AudioFormat.allCases.map { "format \($0.rawValue)" }
        for name in ["engine process", "engine espeak-ng", "engine Flite", "Japanese dictionary"] + formats {
            #expect(result.text.contains("ok       \(name)"))
        }
        #expect(!result.text.contains("MISSING"))
        // It looks, and leaves nothing.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test func `the voices are told as JSON`() async throws {
        let result = try await BuiltProgram.run(["voices", "--json"], in: folder.url)
        #expect(result.exitCode == 0)
        let voices = try JSON(result.output).elements
        #expect(voices.count > 100)
        #expect(Set(voices.compactMap { $0["id"].string }).count == voices.count)
        let slt = try #require(voices.first { $0["id"] == "slt" })
        #expect(slt["engine"] == "flite")
        #expect(slt["gender"] == "female")
        let women = try JSON(try await BuiltProgram.run(["voices", "--json", "--gender", "female", "--language", "vi"], in: folder.url).output)
        #expect(!women.elements.isEmpty)
        #expect(women.elements.allSatisfy { $0["gender"] == "female" && $0["language"].string?.hasPrefix("vi") == true })
    }
}
