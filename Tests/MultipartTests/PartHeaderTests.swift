import Testing

@testable import Multipart

@Suite struct PartHeaderTests {
    /// The form of one part with these headers.
    private func parse(_ headers: String) throws -> ParsedForm {
        try ParsedForm("--x\r\n\(headers)\r\n\r\n1\r\n--x--")
    }

    @Test(arguments: [
        (#"name="a""#, "a", nil),
        (#"name=a"#, "a", nil),
        (#"NAME="A""#, "A", nil),
        (#"name="a;b=c""#, "a;b=c", nil),
        (#"name=" a ""#, " a ", nil),
        (#"name="a\"b""#, "a\"b", nil),
        (#"name="a\\b""#, "a\\b", nil),
        (#"name="a\bc""#, "a\\bc", nil),
        (#"name="a%22b%0D%0Ac%0d%0a""#, "a\"b\r\nc\r\n", nil),
        (#"name="100%25%2"; other=1"#, "100%25%2", nil),
        (#"name="%%22""#, "%\"", nil),
        (#"name="tên""#, "tên", nil),
        (#"name="a"; filename="""#, "a", ""),
        (#"filename=b.wav ; name=a"#, "a", "b.wav"),
        (#"name="a"; filename="C:\dir\b.wav""#, "a", #"C:\dir\b.wav"#),
        (#"name="a"; filename="../../b""#, "a", "../../b"),
        (#"name="a"; filename*=UTF-8''%e2%82%ac%20rates.wav"#, "a", "€ rates.wav"),
        (#"name="a"; filename="EURO"; filename*=UTF-8'en'%E2%82%AC"#, "a", "€"),
        (#"name="a"; filename*=iso-8859-1''%A3; filename="b""#, "a", "£"),
        (#"name="a"; filename*=UTF-8''%22%0A"#, "a", "\"\n"),
    ])
    func `a part's name and its file's name are read`(parameters: String, name: String, fileName: String?) throws {
        let parsed = try parse("Content-Disposition: form-data; \(parameters)")
        #expect(parsed.error == nil)
        #expect(parsed.parts.map(\.part) == [MultipartPart(name: name, fileName: fileName)])
    }

    @Test(arguments: [
        ("Content-Disposition form-data; name=a", HeaderFlaw.notAField),
        ("Content-Disposition : form-data; name=a", .notAField),
        (": form-data; name=a", .notAField),
        ("Content Disposition: form-data; name=a", .notAField),
        ("Content-Disposition: form-data;\r\n name=a", .notAField),
        (" Content-Disposition: form-data; name=a", .notAField),
        ("Content-Disposition: form-data; name=a\r\n--x--", .notAField),
        ("--x", .notAField),
        ("Content-Disposition: form-data; name=a\nX: 1", .bareLineBreak),
        ("Content-Disposition: form-data; name=a\n\nX: 1", .bareLineBreak),
        ("Content-Disposition: form-data; name=a\rX: 1", .bareLineBreak),
        ("\nContent-Disposition: form-data; name=a", .bareLineBreak),
        ("Content-Disposition: form-data; name=a\r\r\n", .bareLineBreak),
        ("Content-Disposition: form-data; name=\"a\0b\"", .notText),
        ("Content-Disposition: form-data; name=\"a\u{7F}\"", .notText),
        ("X: \u{1B}", .notText),
        ("Content-Disposition: form-data; name=\"a", .parameters),
        ("Content-Disposition: form-data; name=\"a\\\"", .parameters),
        ("Content-Disposition: form-data; name=\"a\"b", .parameters),
        ("Content-Disposition: form-data; name = a", .parameters),
        ("Content-Disposition: form-data; name=", .parameters),
        ("Content-Disposition: form-data; name", .parameters),
        ("Content-Disposition: form-data; =a", .parameters),
        ("Content-Disposition: form-data; name=a filename=b", .parameters),
        ("Content-Disposition: form-data name=a", .parameters),
        ("Content-Disposition: form-data; name=a; name=b", .repeated("name")),
        ("Content-Disposition: form-data; name=a; Name=a", .repeated("name")),
        ("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", .repeated("Content-Disposition")),
        ("Content-Type: a/b\r\ncontent-type: a/b\r\nContent-Disposition: form-data; name=a", .repeated("Content-Type")),
        ("Content-Disposition: attachment; name=a", .disposition),
        ("Content-Disposition: ; name=a", .disposition),
        ("Content-Disposition:", .disposition),
        ("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64", .encoded),
        ("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: quoted-printable", .encoded),
        ("Content-Disposition: form-data; name=a; filename*=b", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-8'vi'tên", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-7''b", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-8''%", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-8''%4", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-8''%zz", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=utf-8''%ff", .extendedValue("filename*")),
        ("Content-Disposition: form-data; name=a; filename*=\"utf-8''a b\"", .extendedValue("filename*")),
    ])
    func `a malformed header is refused`(headers: String, flaw: HeaderFlaw) throws {
        #expect(try parse(headers).error == .malformedHeader(part: 1, flaw))
    }

    @Test func `a header that is not UTF-8 is refused`() throws {
        let body = Array("--x\r\nContent-Disposition: form-data; name=\"".utf8) + [0xFF] + Array("\"\r\n\r\n1\r\n--x--".utf8)
        #expect(ParsedForm([body], boundary: try MultipartBoundary("x")).error == .malformedHeader(part: 1, .notText))
    }

    @Test(arguments: [
        "Content-Type: text/plain", "Content-Disposition: form-data", "Content-Disposition: form-data; filename=a",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name*=UTF-8''a", "X: 1",
    ])
    func `a part without a name is refused`(headers: String) throws {
        #expect(try parse(headers).error == .missingName(part: 1))
    }

    @Test func `a part without headers is refused, and the error tells which`() throws {
        let parsed = try ParsedForm("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x\r\n\r\n2\r\n--x--")
        #expect(parsed.error == .missingName(part: 2))
    }
}
