import Testing

@testable import Multipart

@Suite struct LimitTests {
    /// A field of 3 bytes and a file of 5; 158 bytes in all.
    private static let body =
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\none\r\n"
        + "--x\r\nContent-Disposition: form-data; name=b; filename=c\r\n\r\n12345\r\n--x--\r\n"

    /// The least limits that the form fits.
    private static let fitting = MultipartLimits(
        parts: 2, headerBytes: "Content-Disposition: form-data; name=b; filename=c\r\n\r\n".utf8.count, fieldBytes: 3, fileBytes: 5,
        bodyBytes: body.utf8.count)

    private func parse(_ change: (inout MultipartLimits) -> Void) throws -> ParsedForm {
        var limits = Self.fitting
        change(&limits)
        let boundary = try MultipartBoundary("x")
        let body = Array(Self.body.utf8)
        let whole = ParsedForm([body], boundary: boundary, limits: limits)
        for position in 0...body.count {
            #expect(ParsedForm([Array(body[..<position]), Array(body[position...])], boundary: boundary, limits: limits) == whole)
        }
        #expect(ParsedForm(body.pieces(of: 1), boundary: boundary, limits: limits) == whole)
        return whole
    }

    @Test func `a form that just fits is read`() throws {
        #expect(try parse { _ in }.parts.map(\.bytes) == [Array("one".utf8), Array("12345".utf8)])
    }

    @Test func `a part too many is refused`() throws {
        #expect(try parse { $0.parts = 1 }.error == .tooManyParts(limit: 1))
        #expect(try parse { $0.parts = 0 }.error == .tooManyParts(limit: 0))
    }

    @Test func `a header too long is refused`() throws {
        let limit = Self.fitting.headerBytes - 1
        #expect(try parse { $0.headerBytes = limit }.error == .headersTooLong(part: 2, limit: limit))
        #expect(try parse { $0.headerBytes = 0 }.error == .headersTooLong(part: 1, limit: 0))
    }

    @Test func `a field too large is refused, after what fits`() throws {
        let parsed = try parse { $0.fieldBytes = 2 }
        #expect(parsed.error == .fieldTooLarge(name: "a", limit: 2))
        #expect(parsed.events == [.partBegan(MultipartPart(name: "a")), .bytes(Array("on".utf8)[...])])
        let empty = try parse { $0.fieldBytes = 0 }
        #expect(empty.error == .fieldTooLarge(name: "a", limit: 0))
        #expect(empty.events == [.partBegan(MultipartPart(name: "a"))])
    }

    @Test func `a file too large is refused, after what fits`() throws {
        let parsed = try parse { $0.fileBytes = 4 }
        #expect(parsed.error == .fileTooLarge(name: "b", limit: 4))
        #expect(parsed.events.last == .bytes(Array("1234".utf8)[...]))
        #expect(try parse { $0.fileBytes = 0 }.error == .fileTooLarge(name: "b", limit: 0))
    }

    @Test func `a body too large is refused at every size`() throws {
        for size in 0..<Self.fitting.bodyBytes {
            #expect(try parse { $0.bodyBytes = size }.error == .bodyTooLarge(limit: size))
        }
    }

    @Test func `what surrounds the parts counts as well`() throws {
        let limits = MultipartLimits(parts: 1, headerBytes: 100, fieldBytes: 1, fileBytes: 1, bodyBytes: 100)
        let text = String(repeating: "z", count: 100)
        #expect(try ParsedForm("\(text)\r\n--x--", limits: limits).error == .bodyTooLarge(limit: 100))
        #expect(try ParsedForm("--x--\r\n\(text)", limits: limits).error == .bodyTooLarge(limit: 100))
        #expect(try ParsedForm("--x--\(String(repeating: " ", count: 100))", limits: limits).error == .bodyTooLarge(limit: 100))
    }
}
