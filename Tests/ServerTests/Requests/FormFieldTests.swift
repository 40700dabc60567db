import Files
import Foundation
import HTTPTypes
import Hummingbird
import Multipart
import NIOCore
import TestSupport
import Testing

@testable import Server

/// Fields of forms and of JSON, read by the same calls.
@Suite struct FormFieldTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var voice: AcceptedFiles {
        AcceptedFiles(["voice"], sizeLimit: 100_000, folder: folder.url.path)
    }

    private func request(_ contentType: String?, _ body: RequestBody) -> Request {
        var headers = HTTPFields()
        if let contentType { headers[.contentType] = contentType }
        return Request(head: HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: headers), body: body)
    }

    private func fields(json: String, contentType: String? = "application/json") async throws -> RequestFields {
        try await RequestFields(form: request(contentType, RequestBody(buffer: ByteBuffer(string: json))))
    }

    /// The fields of a form with the boundary `x`, whose body comes in pieces.
    private func fields(form: String, files: AcceptedFiles = .none) async throws -> RequestFields {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        var rest = ByteBuffer(string: form)
        while let piece = rest.readSlice(length: min(rest.readableBytes, 1000)), piece.readableBytes > 0 { continuation.yield(piece) }
        continuation.finish()
        return try await RequestFields(form: request("multipart/form-data; boundary=x", RequestBody(asyncSequence: stream)), files: files)
    }

    private func form(_ parts: (disposition: String, content: String)...) -> String {
        parts.map { "--x\r\nContent-Disposition: form-data; \($0.disposition)\r\n\r\n\($0.content)\r\n" }.joined() + "--x--\r\n"
    }

    private func content(of file: UploadedFile?) async throws -> String {
        var bytes: [UInt8] = []
        for try await chunk in try #require(file).content.chunks { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Forms

    @Test func `texts, numbers and booleans of a form are read`() async throws {
        let fields = try await fields(
            form: form(
                ("name=text", "Xin chào"), ("name=speed", "1.5"), ("name=vol", "1e0"), ("name=pitch", "-3"), ("name=noise", "false"),
                ("name=none", "")))
        #expect(try fields.requiredString("text") == "Xin chào")
        #expect(try fields.number("speed", in: 0.5...2) == 1.5)
        #expect(try fields.number("vol", in: 0...10) == 1)
        #expect(try fields.number("pitch", in: -12...12) == -3)
        #expect(try fields.integer("pitch", in: -12...12) == -3)
        #expect(try fields.boolean("noise") == false)
        for name in ["none", "absent"] {
            #expect(try fields.string(name) == nil)
            #expect(try fields.number(name, in: 0...1) == nil)
            #expect(try fields.integer(name, in: 0...1) == nil)
            #expect(try fields.boolean(name) == nil)
            #expect(try fields.file(name) == nil)
        }
    }

    @Test(arguments: ["x", "2.5", "0.4", "0x1", "nan", "inf", "1,5", " 1", "1 ", "--1", "1e999", "true"])
    func `a form's text that is no number of the range is refused`(text: String) async throws {
        let fields = try await fields(form: form(("name=speed", text)))
        #expect(throws: RequestError.invalid(field: "speed", "is a number from 0.5 to 2")) { try fields.number("speed", in: 0.5...2) }
    }

    @Test(arguments: ["x", "1.5", "1.0", "13", "-13", "99999999999999999999", "0x1"])
    func `a form's text that is no whole number of the range is refused`(text: String) async throws {
        let fields = try await fields(form: form(("name=pitch", text)))
        #expect(throws: RequestError.invalid(field: "pitch", "is a whole number from -12 to 12")) { try fields.integer("pitch", in: -12...12) }
    }

    @Test(arguments: ["yes", "1", "Truth", " true"])
    func `a form's text that is no boolean is refused`(text: String) async throws {
        let fields = try await fields(form: form(("name=noise", text)))
        #expect(throws: RequestError.invalid(field: "noise", "is true or false")) { try fields.boolean("noise") }
    }

    @Test(arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false)])
    func `a form's boolean is read whatever the case of its letters`(text: String, value: Bool) async throws {
        #expect(try await fields(form: form(("name=noise", text))).boolean("noise") == value)
    }

    @Test func `a file waits on the disk without a name until it is let go of`() async throws {
        let long = String(repeating: "0123456789", count: 9000)
        do {
            let fields = try await fields(form: form(("name=voice; filename=\"a b.wav\"", long), ("name=text", "Hello")), files: voice)
            let file = try #require(try fields.file("voice"))
            #expect(file.name == "a b.wav")
            #expect(file.content.size == long.utf8.count)
            #expect(try await content(of: file) == long)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
            #expect(openFiles() == 1)
            #expect(throws: RequestError.invalid(field: "voice", "is a string")) { try fields.string("voice") }
            #expect(throws: RequestError.invalid(field: "text", "is a file, in multipart/form-data")) { try fields.file("text") }
        }
        #expect(await eventually { openFiles() == 0 })
    }

    @Test func `a file of a form that fails is let go of`() async throws {
        let body = form(("name=voice; filename=a", "RIFF"))
        await #expect(throws: RequestError.malformedForm(.truncated)) { try await fields(form: String(body.dropLast(3)), files: voice) }
        #expect(await eventually { openFiles() == 0 })
    }

    @Test func `a file that nobody asked for is dropped, and is no text either`() async throws {
        let fields = try await fields(form: form(("name=text; filename=a.txt", "Hello"), ("name=voice", "Hello")), files: voice)
        #expect(throws: RequestError.invalid(field: "text", "is a string")) { try fields.requiredString("text") }
        #expect(await eventually { openFiles() == 0 })
    }

    @Test func `where a file is needed, a body that is no form is told so before it is read`() async throws {
        for type in ["application/json", "audio/mpeg", "application/x-www-form-urlencoded", nil] {
            let request = request(type, RequestBody(buffer: ByteBuffer(string: "voice=a")))
            await #expect(throws: RequestError.invalid(field: "voice", "is a file, in multipart/form-data")) {
                try await RequestFields(form: request, files: voice)
            }
        }
    }

    @Test func `a file that was not chosen is missing`() async throws {
        let fields = try await fields(form: form(("name=voice; filename=\"\"", "")), files: voice)
        #expect(try fields.file("voice") == nil)
    }

    @Test func `what a form may take up is limited`() async throws {
        let field = String(repeating: "a", count: (64 << 10) + 1)
        await #expect(throws: RequestError.malformedForm(.fieldTooLarge(name: "text", limit: 64 << 10))) {
            try await fields(form: form(("name=text", field)))
        }
        await #expect(throws: RequestError.malformedForm(.fileTooLarge(name: "voice", limit: 100_000))) {
            try await fields(form: form(("name=voice; filename=a", String(repeating: "a", count: 100_001))), files: voice)
        }
        await #expect(throws: RequestError.malformedForm(.bodyTooLarge(limit: 1 << 20))) {
            try await fields(form: String(repeating: "a", count: 1 << 20) + "\r\n" + form(("name=text", "a")))
        }
        await #expect(throws: RequestError.malformedForm(.repeatedName("text"))) {
            try await fields(form: form(("name=text", "a"), ("name=text", "b")))
        }
    }

    @Test(arguments: [
        (MultipartError.truncated, 400), (.repeatedName("text"), 400), (.noBoundary, 400), (.fileTooLarge(name: "voice", limit: 5), 413),
        (.bodyTooLarge(limit: 5), 413),
    ])
    func `a form's error is the client's, and says what is wrong`(error: MultipartError, status: Int) {
        let answer = ErrorAnswer(RequestError.malformedForm(error))
        #expect(answer.status.code == status)
        #expect(answer.message == "\(error)")
        #expect(!answer.isFault)
    }

    @Test(arguments: ["multipart/form-data", "multipart/mixed; boundary=x", "multipart/form-data; boundary=\"\""])
    func `a multipart body that is no form is refused`(contentType: String) async throws {
        let error = await #expect(throws: RequestError.self) { try await fields(json: "{}", contentType: contentType) }
        #expect(error.map { ErrorAnswer($0).status == .badRequest } == true)
    }

    // MARK: JSON

    @Test(arguments: ["application/json", "application/json; charset=utf-8", "text/plain", nil])
    func `any other body is JSON, whose values have types`(contentType: String?) async throws {
        let fields = try await fields(
            json: #"{"text":"Hello","speed":1.5,"pitch":-3,"vol":2.0,"noise":true,"null":null,"empty":"","far":1e300}"#, contentType: contentType)
        #expect(try fields.requiredString("text") == "Hello")
        #expect(try fields.number("speed", in: 0.5...2) == 1.5)
        #expect(try fields.number("pitch", in: -12...12) == -3)
        #expect(try fields.integer("pitch", in: -12...12) == -3)
        #expect(try fields.integer("vol", in: 0...10) == 2)
        #expect(try fields.boolean("noise") == true)
        for name in ["null", "empty", "absent"] {
            #expect(try fields.number(name, in: 0...1) == nil)
            #expect(try fields.integer(name, in: 0...1) == nil)
            #expect(try fields.boolean(name) == nil)
        }
        // Where any number is taken, one that is too large for the machine is as good as the largest.
        #expect(try fields.integer("far", in: 1...Int.max) == .max)
        #expect(throws: RequestError.invalid(field: "far", "is a whole number from 1 to 100")) { try fields.integer("far", in: 1...100) }
        #expect(throws: RequestError.invalid(field: "pitch", "is a string")) { try fields.string("pitch") }
        #expect(throws: RequestError.invalid(field: "noise", "is a string")) { try fields.string("noise") }
        #expect(throws: RequestError.invalid(field: "text", "is a file, in multipart/form-data")) { try fields.file("text") }
    }

    @Test(arguments: [#""1""#, #""true""#, "[1]", "{}", "2.5", "1e999"])
    func `JSON of another type or range is refused`(value: String) async throws {
        let fields = try await fields(json: #"{"a":\#(value)}"#)
        #expect(throws: RequestError.invalid(field: "a", "is a number from 0 to 2")) { try fields.number("a", in: 0...2) }
        #expect(throws: RequestError.invalid(field: "a", "is a whole number from 0 to 2")) { try fields.integer("a", in: 0...2) }
        #expect(throws: RequestError.invalid(field: "a", "is true or false")) { try fields.boolean("a") }
    }

    @Test func `a boolean is no number, and a number no boolean`() async throws {
        let fields = try await fields(json: #"{"yes":true,"one":1}"#)
        #expect(throws: RequestError.self) { try fields.number("yes", in: 0...2) }
        #expect(throws: RequestError.self) { try fields.integer("yes", in: 0...2) }
        #expect(throws: RequestError.self) { try fields.boolean("one") }
    }

    /// How many files of the folder this process has open.
    private func openFiles() -> Int {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return numbers.filter { number in
            let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
            return path?.hasPrefix(folder.url.path + "/") == true
        }.count
    }
}
