import Testing

@testable import Multipart

/// A form as a client sends it, byte for byte, and what is in it.
struct ClientForm: Sendable, CustomTestStringConvertible {
    /// The client.
    let testDescription: String
    /// The header that goes with it.
    let contentType: String
    /// Its bytes.
    let body: [UInt8]
    /// Its parts and their contents.
    let parts: [Part]

    struct Part: Sendable, Equatable {
        var name: String
        var fileName: String?
        var contentType: String?
        var content: String
    }

    private init(_ client: String, boundary: String, _ body: String, _ parts: [Part]) {
        testDescription = client
        contentType = "multipart/form-data; boundary=\(boundary)"
        self.body = Array(body.utf8)
        self.parts = parts
    }

    /// The boundary that the header names.
    var boundary: MultipartBoundary {
        get throws { try MultipartBoundary(contentType: contentType) }
    }

    static let all = [curl, curlEscaping, requests, chrome, firefox, safari, javaMail, emptyBrowserForm, emptyForm, padded, surrounded]

    /// curl 7.88: `curl -F 'text=Xin chào' -F speed=1.5 -F 'voice=@"a \"b\" \\c.wav";type=audio/wav' -F 'note=<note.txt;type=text/plain'`.
    private static let curl = ClientForm(
        "curl", boundary: "------------------------f263b7b25753b9c8",
        "--------------------------f263b7b25753b9c8\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nXin chào\r\n"
            + "--------------------------f263b7b25753b9c8\r\nContent-Disposition: form-data; name=\"speed\"\r\n\r\n1.5\r\n"
            + "--------------------------f263b7b25753b9c8\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"a %22b%22 \\c.wav\"\r\n"
            + "Content-Type: audio/wav\r\n\r\nRIFF\0\r\n--\r\n"
            + "--------------------------f263b7b25753b9c8\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/plain\r\n\r\n"
            + "one\ntwo\n\r\n--------------------------f263b7b25753b9c8--\r\n",
        [
            Part(name: "text", content: "Xin chào"), Part(name: "speed", content: "1.5"),
            Part(name: "voice", fileName: "a \"b\" \\c.wav", contentType: "audio/wav", content: "RIFF\0\r\n--"),
            Part(name: "note", contentType: "text/plain", content: "one\ntwo\n"),
        ])

    /// curl 7.88 with `--form-escape`, and curl before 7.81.
    private static let curlEscaping = ClientForm(
        "curl --form-escape", boundary: "------------------------b60f26144b0c9de9",
        "--------------------------b60f26144b0c9de9\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"a \\\"b\\\" \\\\c.wav\"\r\n"
            + "Content-Type: audio/wav\r\n\r\nRIFF\0\r\n--\r\n--------------------------b60f26144b0c9de9--\r\n",
        [Part(name: "voice", fileName: "a \"b\" \\c.wav", contentType: "audio/wav", content: "RIFF\0\r\n--")])

    /// Python's requests 2.34 with urllib3 2.7.
    private static let requests = ClientForm(
        "Python requests", boundary: "92523f58c4a482649f1722dfe398f9a5",
        "--92523f58c4a482649f1722dfe398f9a5\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nXin chào\r\n"
            + "--92523f58c4a482649f1722dfe398f9a5\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"grüße %22x%22.wav\"\r\n"
            + "Content-Type: audio/wav\r\n\r\nRIFF\0\r\n--\r\n"
            + "--92523f58c4a482649f1722dfe398f9a5\r\nContent-Disposition: form-data; name=\"flag\"\r\n\r\ntrue\r\n"
            + "--92523f58c4a482649f1722dfe398f9a5--\r\n",
        [
            Part(name: "text", content: "Xin chào"),
            Part(name: "voice", fileName: "grüße \"x\".wav", contentType: "audio/wav", content: "RIFF\0\r\n--"),
            Part(name: "flag", content: "true"),
        ])

    private static let chrome = ClientForm(
        "Chrome", boundary: "----WebKitFormBoundary7MA4YWxkTrZu0gW",
        "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name=\"a%22b%0D%0Ac\"\r\n\r\none\r\ntwo\r\n"
            + "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"100%25 é.mp3\"\r\n"
            + "Content-Type: audio/mpeg\r\n\r\n\u{FF}\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n",
        [
            Part(name: "a\"b\r\nc", content: "one\r\ntwo"),
            Part(name: "voice", fileName: "100%25 é.mp3", contentType: "audio/mpeg", content: "\u{FF}"),
        ])

    private static let firefox = ClientForm(
        "Firefox", boundary: "----geckoformboundaryc1d9ec1cd4a0f1b8f5a9",
        "------geckoformboundaryc1d9ec1cd4a0f1b8f5a9\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n"
            + "------geckoformboundaryc1d9ec1cd4a0f1b8f5a9--\r\n",
        [Part(name: "text", content: "")])

    private static let safari = ClientForm(
        "Safari", boundary: "----WebKitFormBoundaryQm0vJr1dD5oE2b3X",
        "------WebKitFormBoundaryQm0vJr1dD5oE2b3X\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"blob\"\r\n"
            + "Content-Type: audio/webm;codecs=opus\r\n\r\n\r\n\r\n\r\n------WebKitFormBoundaryQm0vJr1dD5oE2b3X--\r\n",
        [Part(name: "voice", fileName: "blob", contentType: "audio/webm;codecs=opus", content: "\r\n\r\n")])

    /// Java's libraries: quotes around the boundary, other letters in the headers, and an encoding that is none.
    private static let javaMail = ClientForm(
        "Java", boundary: "\"----=_Part_7_1330487.1706\"; charset=UTF-8",
        "------=_Part_7_1330487.1706\r\ncontent-type: text/plain; charset=UTF-8\r\nCONTENT-TRANSFER-ENCODING: 8Bit\r\n"
            + "content-disposition:Form-Data;NAME=text\r\nX-Other: \t1\r\n\r\nhello\r\n------=_Part_7_1330487.1706--",
        [Part(name: "text", contentType: "text/plain; charset=UTF-8", content: "hello")])

    private static let emptyBrowserForm = ClientForm(
        "a browser, with no file chosen", boundary: "X",
        "--X\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--X--\r\n",
        [Part(name: "voice", fileName: "", contentType: "application/octet-stream", content: "")])

    private static let emptyForm = ClientForm("a browser, with no field", boundary: "X", "--X--\r\n", [])

    private static let padded = ClientForm(
        "a gateway that pads lines", boundary: "X",
        "--X \t \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--X\t\r\nContent-Disposition: form-data; name=b\r\n\r\n--X-- \t",
        [Part(name: "a", content: "1"), Part(name: "b", content: "")])

    private static let surrounded = ClientForm(
        "a mail program, with texts around the parts", boundary: "\"a b\"",
        "This is a form.\r\n--a\r\n--a \r\n\r\n--a b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--a b--\r\n--a b\r\nthe end",
        [Part(name: "a", content: "1")])
}
