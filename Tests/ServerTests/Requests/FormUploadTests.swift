import Files
import Foundation
import Hummingbird
import NIOCore
import TestSupport
import Testing

@testable import Server

/// Forms that real clients upload to a real port.
@Suite(.timeLimit(.minutes(3))) struct FormUploadTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Does `work` with the address of a server that answers a form's text and its file's bytes.
    private func withServer<Outcome: Sendable>(_ work: @escaping @Sendable (String) async throws -> Outcome) async throws -> Outcome {
        let accepted = AcceptedFiles(["voice"], sizeLimit: 3 << 20, folder: folder.url.path)
        let router = Router()
        router.post("/") { request, _ -> Response in
            do {
                let fields = try await RequestFields(form: request, files: accepted)
                var buffer = ByteBuffer(string: try fields.requiredString("text"))
                if let chunks = try fields.file("voice")?.content.chunks {
                    for try await chunk in chunks { buffer.writeBytes(chunk) }
                }
                return Response(status: .ok, body: ResponseBody(byteBuffer: buffer))
            } catch {
                let answer = ErrorAnswer(error)
                return Response(status: answer.status, body: ResponseBody(byteBuffer: ByteBuffer(string: answer.message)))
            }
        }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) })
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                var iterator = ports.makeAsyncIterator()
                return try await work("http://127.0.0.1:\(try #require(await iterator.next()))/")
            }
            while let outcome = try await group.next() { if let outcome { return outcome } }
            throw CancellationError()
        }
    }

    /// A file of so many bytes, which hold all there are.
    private func makeFile(_ count: Int) throws -> (path: String, bytes: Data) {
        let bytes = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) })
        let path = folder.url.appendingPathComponent("recording.wav").path
        try bytes.write(to: URL(fileURLWithPath: path))
        return (path, bytes)
    }

    @Test func `a file that curl uploads arrives whole`() async throws {
        let (path, bytes) = try makeFile(2_500_000)
        let result = try await withServer { try await Command.run("curl", ["-sS", "-F", "text=Xin chào", "-F", "voice=@\(path)", $0]) }
        #expect(result.output == Data("Xin chào".utf8) + bytes, "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["recording.wav"])
    }

    @Test func `a file that Python uploads arrives whole`() async throws {
        let (path, bytes) = try makeFile(300_000)
        let script = """
            import requests, sys
            answer = requests.post(sys.argv[1], data={"text": "Xin chào"}, files={"voice": open(sys.argv[2], "rb")})
            sys.stdout.buffer.write(answer.content)
            """
        let result = try await withServer { try await Command.run("python3", ["-c", script, $0, path]) }
        #expect(result.output == Data("Xin chào".utf8) + bytes, "\(result.errors)")
    }

    @Test func `a file too large is refused with what it may have`() async throws {
        let (path, _) = try makeFile((3 << 20) + 1)
        let result = try await withServer {
            try await Command.run("curl", ["-sS", "-w", " %{http_code}", "-F", "text=a", "-F", "voice=@\(path)", $0])
        }
        #expect(result.text == "voice is a file of at most 3145728 bytes 413", "\(result.errors)")
    }
}
