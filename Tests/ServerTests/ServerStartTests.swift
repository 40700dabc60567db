import Foundation
import TestSupport
import Testing

/// Servers that can't start say why.
@Suite(.timeLimit(.minutes(3))) struct ServerStartTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func expectRefusal(_ arguments: [String], saying text: String, environment: [String: String] = [:]) async throws {
        let result = try await BuiltProgram.run(["serve"] + arguments, in: folder.url, environment: environment)
        #expect(result.exitCode == 1)
        #expect(result.output.isEmpty)
        #expect(result.errorLines.count == 1, "\(result.errors)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test func `a second server on the same data refuses to start`() async throws {
        let server = try await RunningServer.start()
        try await expectRefusal(["--port", "0", "--data", server.data], saying: "Another server uses \(server.data)")
        #expect(try await server.client.get("/api/v1/credits").status == 200)
    }

    @Test func `a server loads no engine and no codec`() async throws {
        let files = try await SharedServer.running.mappedFiles.map { URL(fileURLWithPath: $0).lastPathComponent }
        #expect(files.contains { $0.hasPrefix("libsqlite3") })
        for library in ["libavcodec", "libavformat", "libespeak-ng", "libflite", "libmecab"] {
            #expect(!files.contains { $0.hasPrefix(library) }, "\(library)")
        }
    }

    @Test func `a port that is in use can't be had`() async throws {
        let server = try await SharedServer.running
        let port = try #require(server.url.split(separator: ":").last)
        // What the server logs on its way is not what it says.
        try await expectRefusal(
            ["--port", String(port), "--data", folder.url.appendingPathComponent("data").path, "--log-level", "critical"],
            saying: "choose another with --port")
    }

    @Test func `a data folder that can't be made is named`() async throws {
        try await expectRefusal(["--port", "0", "--data", "/proc/mynah"], saying: "/proc/mynah can't be made")
    }

    @Test func `a file in the way of the data folder is named`() async throws {
        let file = folder.url.appendingPathComponent("file").path
        try Data("kept".utf8).write(to: URL(fileURLWithPath: file))
        try await expectRefusal(["--port", "0", "--data", file], saying: file)
        try await expectRefusal(["--port", "0", "--data", file + "/data"], saying: file)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("kept".utf8))
    }

    @Test func `what is no database is left alone`() async throws {
        let data = folder.url.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let junk = Data(repeating: 65, count: 10_000)
        try junk.write(to: data.appendingPathComponent("mynah.db"))
        try await expectRefusal(["--port", "0", "--data", data.path], saying: "database")
        #expect(try Data(contentsOf: data.appendingPathComponent("mynah.db")) == junk)
    }

    @Test(arguments: [
        ("MYNAH_HTTP_PORT", "99999", "http.port is a whole number from 0 to 65535"), ("MYNAH_ENGINES_COUNT", "none", "engines.count"),
        ("MYNAH_LOG_LEVEL", "loud", "log.level is one of"), ("MYNAH_HTTP_PUBLIC_URL", "voice.example.com", "http.public-url begins with"),
        ("MYNAH_HTTP_PUBLIC_URL", "https://me:word@voice.example.com", "http.public-url carries no user name"),
        ("MYNAH_HTTP_PUBLIC_URL", "https://voice.example.com/?a", "http.public-url ends before any ?"),
        ("MYNAH_HTTP_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8", "http.trusted-proxies holds single addresses and no ranges"),
        ("MYNAH_HTTP_ORIGINS", "app.example.com", "http.origins holds origins"),
        ("MYNAH_HTTP_ORIGINS", "https://a.example.com/", "http.origins holds origins"),
        ("MYNAH_CONFIG", "/nothing/mynah.yaml", "/nothing/mynah.yaml can't be read"),
    ])
    func `a setting that makes no sense is named`(name: String, value: String, message: String) async throws {
        try await expectRefusal(["--data", folder.url.appendingPathComponent("data").path], saying: message, environment: [name: value])
    }

    @Test(arguments: [
        ("http:\n  port: [8080]\n", "http.port is a single value, and no list"),
        ("log:\n  level: [info]\n", "log.level is a single value, and no list"),
        ("http:\n  trusted-proxies: [localhost]\n", "it has localhost"),
    ])
    func `a setting of the wrong kind in the file is named`(file: String, message: String) async throws {
        try Data(file.utf8).write(to: folder.url.appendingPathComponent("mynah.yaml"))
        try await expectRefusal(["--data", folder.url.appendingPathComponent("data").path], saying: message)
    }
}
