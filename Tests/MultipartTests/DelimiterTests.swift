import TestSupport
import Testing

@testable import Multipart

@Suite struct DelimiterTests {
    private let boundary: MultipartBoundary

    init() throws {
        boundary = try MultipartBoundary("--bound")
    }

    private func form(_ content: String) -> [UInt8] {
        Array("----bound\r\nContent-Disposition: form-data; name=a\r\n\r\n\(content)\r\n----bound--\r\n".utf8)
    }

    @Test(arguments: [
        "", "\r", "\n", "\r\n", "\r\r\n", "\r\n\r\n", "\r\r\r\r", "\r\n-", "\r\n--", "\r\n---", "\r\n----", "\r\n----boun", "\r\n--bound",
        "\r\n--bound--", "\n----bound", "\r----bound", "\r\r\n----boun", "\r\n\r\n----boun\r\n----boun", "-", "--", "----boun", "----boun\r\n",
        "----boun\r\n-", "x----bound", "x----bound--\r\n", "\r\n----boune", "\r\n----Bound", "\r\n ----bound", "\r\n----boun\r\n----boun\r",
        "\r\n-----bound", "\r\n--\r\n--\r\n", "\0\0\r\n", "--\r\n--bound--", "bound",
    ])
    func `what is nearly a boundary is content`(content: String) {
        let body = form(content)
        let whole = ParsedForm([body], boundary: boundary)
        #expect(whole.error == nil)
        #expect(whole.parts.map(\.bytes) == [Array(content.utf8)])
        for position in 0...body.count {
            #expect(ParsedForm([Array(body[..<position]), Array(body[position...])], boundary: boundary) == whole)
        }
        #expect(ParsedForm(body.pieces(of: 1), boundary: boundary) == whole)
    }

    @Test(arguments: [
        "\r\n----boundary", "\r\n----bound-", "\r\n----bound-x", "\r\n----bound x", "\r\n----bound\n", "\r\n----bound\r", "\r\n----bound\rx",
        "\r\n----bound--x", "\r\n----bound---", "\r\n----bound--\n", "\r\n----bound -- ", "----bound", "----boundary", "\r\n----bound\0",
    ])
    func `a line that begins with the boundary and goes on otherwise is an error`(content: String) {
        let body = form(content + "\u{1}")
        #expect(ParsedForm([body], boundary: boundary).error == .bytesAfterBoundary(2))
        #expect(ParsedForm(body.pieces(of: 1), boundary: boundary) == ParsedForm([body], boundary: boundary))
    }

    @Test func `an empty part may share its line break with the headers`() {
        let body = Array("----bound\r\nContent-Disposition: form-data; name=a\r\n\r\n----bound--".utf8)
        #expect(ParsedForm([body], boundary: boundary).parts.map(\.bytes) == [[]])
    }

    @Test(arguments: ["1", "1\n", "1\r", "\n", "1 "])
    func `a closing boundary without a line break before it closes nothing`(content: String) {
        let body = Array("----bound\r\nContent-Disposition: form-data; name=a\r\n\r\n\(content)----bound--\r\n".utf8)
        #expect(ParsedForm([body], boundary: boundary).error == .truncated)
    }

    @Test(arguments: ["", "\r\n", "no boundary", "--other--\r\n", " ----bound--", "x----bound--", "\n----bound--"])
    func `a body without the boundary is an error`(body: String) {
        #expect(ParsedForm([Array(body.utf8)], boundary: boundary).error == .boundaryNotFound)
    }

    @Test(arguments: ["----bound", "----bound-", "----bound\r", "----bound--\r", "----bound\r\n", "\r\n----bound\r\nX"])
    func `a body that ends in a boundary's line or in headers is an error`(body: String) {
        #expect(ParsedForm([Array(body.utf8)], boundary: boundary).error == .truncated)
    }

    @Test func `no more than the start of a boundary is kept back`() throws {
        var parser = MultipartParser(boundary: boundary, limits: ParsedForm.unlimited)
        parser.append(Array("----bound\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8))
        #expect(try parser.next() == .partBegan(MultipartPart(name: "a", fileName: "b")))
        #expect(try parser.next() == nil)
        var generator = SeededGenerator(seed: 1)
        var (sent, told) = (0, 0)
        for _ in 0..<2000 {
            let piece = Array("\r\n----boun".utf8.suffix(.random(in: 1...10, using: &generator)).prefix(.random(in: 1...10, using: &generator)))
            sent += piece.count
            parser.append(piece)
            while case .bytes(let bytes) = try parser.next() { told += bytes.count }
            #expect(sent - told < boundary.delimiter.count)
        }
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["\r", "\r\n", "\r\n----boun", "\r\r\n----boun", "-"])
    func `contents full of near-boundaries take linear time`(unit: String) {
        let content = String(repeating: unit, count: 200_000 / unit.utf8.count)
        let body = form(content)
        #expect(ParsedForm([body], boundary: boundary).parts.first?.bytes.count == content.utf8.count)
        #expect(ParsedForm(body.pieces(of: 7), boundary: boundary).error == nil)
    }
}
