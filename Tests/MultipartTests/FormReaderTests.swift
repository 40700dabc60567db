import Testing

@testable import Multipart

@Suite struct FormReaderTests {
    /// Keeps the files in memory.
    private struct MemorySink: FormFileSink {
        struct File: Sendable, Equatable {
            var part: MultipartPart
            var bytes: [UInt8]
        }

        private(set) var open: File?

        mutating func begin(_ part: MultipartPart) {
            open = File(part: part, bytes: [])
        }

        mutating func write(_ bytes: ArraySlice<UInt8>) {
            open?.bytes += bytes
        }

        mutating func end() throws -> File {
            defer { open = nil }
            return try #require(open)
        }
    }

    private struct FullDisk: Error {}

    /// Has no room.
    private struct FullSink: FormFileSink {
        func begin(_ part: MultipartPart) {}
        func write(_ bytes: ArraySlice<UInt8>) throws { throw FullDisk() }
        func end() -> Int { 0 }
    }

    private func read(_ body: String, repeatable: Set<String> = []) async throws -> MultipartForm<MemorySink.File> {
        var sink = MemorySink()
        return try await read(Array(body.utf8), into: &sink, repeatable: repeatable)
    }

    private func read<Sink: FormFileSink>(
        _ body: [UInt8], into sink: inout Sink, repeatable: Set<String> = []
    ) async throws -> MultipartForm<Sink.File> {
        let reader = FormReader(boundary: try MultipartBoundary("x"), limits: ParsedForm.unlimited, repeatable: repeatable)
        let pieces = AsyncStream { continuation in
            for piece in body.pieces(of: 5) { continuation.yield(piece) }
            continuation.finish()
        }
        return try await reader.read(pieces, files: &sink)
    }

    private func part(_ disposition: String, _ content: String) -> String {
        "--x\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
    }

    @Test func `fields are texts, and files go to the sink`() async throws {
        let form = try await read(
            part("name=text", "Xin chào") + part("name=voice; filename=a.wav", "RIFF") + part("name=empty", "")
                + part("name=other; filename=\"\"", "") + "--x--")
        #expect(form.fields == ["text": ["Xin chào"], "empty": [""]])
        #expect(
            form.files == [
                "voice": [.init(part: .init(name: "voice", fileName: "a.wav"), bytes: Array("RIFF".utf8))],
                "other": [.init(part: .init(name: "other", fileName: ""), bytes: [])],
            ])
    }

    @Test func `a name is given once`() async throws {
        for (first, second) in [("name=a", "name=a"), ("name=a; filename=b", "name=a"), ("name=a", "name=a; filename=b")] {
            await #expect(throws: MultipartError.repeatedName("a")) { try await read(part(first, "1") + part(second, "2") + "--x--") }
        }
    }

    @Test func `a name that may repeat is given more than once, in order`() async throws {
        let form = try await read(
            part("name=a", "1") + part("name=f; filename=1", "1") + part("name=a", "2") + part("name=f; filename=2", "2") + "--x--",
            repeatable: ["a", "f"])
        #expect(form.fields == ["a": ["1", "2"]])
        #expect(form.files["f"]?.map(\.part.fileName) == ["1", "2"])
    }

    @Test func `a field that is not UTF-8 is refused, and a file may be anything`() async throws {
        var sink = MemorySink()
        let bytes: [UInt8] = [0xC3, 0x28]
        let file = Array("--x\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8) + bytes + Array("\r\n--x--".utf8)
        #expect(try await read(file, into: &sink).files["a"]?.first?.bytes == bytes)
        let field = Array("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + bytes + Array("\r\n--x--".utf8)
        await #expect(throws: MultipartError.fieldNotText(name: "a")) {
            var sink = MemorySink()
            _ = try await read(field, into: &sink)
        }
    }

    @Test func `a form that is cut off is an error, and its last file never ends`() async throws {
        var sink = MemorySink()
        let body = Array(part("name=a; filename=b", "1234567890").utf8)
        await #expect(throws: MultipartError.truncated) { _ = try await read(body, into: &sink) }
        #expect(sink.open?.bytes == Array("1234567890".utf8))
    }

    @Test func `what the sink throws ends the reading`() async throws {
        await #expect(throws: FullDisk.self) {
            var sink = FullSink()
            _ = try await read(Array((part("name=a; filename=b", "1") + "--x--").utf8), into: &sink)
        }
    }

    @Test func `what the body throws ends the reading`() async throws {
        let pieces = AsyncThrowingStream<[UInt8], any Error> { $0.finish(throwing: CancellationError()) }
        let reader = FormReader(boundary: try MultipartBoundary("x"), limits: ParsedForm.unlimited)
        await #expect(throws: CancellationError.self) {
            var sink = MemorySink()
            _ = try await reader.read(pieces, files: &sink)
        }
    }
}
