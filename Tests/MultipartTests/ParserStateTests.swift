import Testing

@testable import Multipart

@Suite struct ParserStateTests {
    private func parser() throws -> MultipartParser {
        MultipartParser(boundary: try MultipartBoundary("x"), limits: ParsedForm.unlimited)
    }

    @Test func `what has failed stays failed`() throws {
        var parser = try parser()
        parser.append(Array("--xy".utf8))
        #expect(throws: MultipartError.bytesAfterBoundary(1)) { try parser.next() }
        parser.append(Array("\r\n--x--\r\n".utf8))
        #expect(throws: MultipartError.bytesAfterBoundary(1)) { try parser.next() }
        parser.end()
        #expect(throws: MultipartError.bytesAfterBoundary(1)) { try parser.next() }
    }

    @Test func `a form is finished once, when its bytes have ended`() throws {
        var parser = try parser()
        parser.append(Array("--x--".utf8))
        #expect(try parser.next() == nil)
        parser.append(Array("\r\nmore".utf8))
        #expect(try parser.next() == nil)
        parser.end()
        #expect(try parser.next() == .finished)
        #expect(try parser.next() == nil)
    }

    @Test func `bytes may be given before those before them are taken apart`() throws {
        var parser = try parser()
        for byte in "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--".utf8 { parser.append([byte]) }
        parser.end()
        var events: [MultipartEvent] = []
        while let event = try parser.next() { events.append(event) }
        #expect(events == [.partBegan(MultipartPart(name: "a")), .bytes([0x31]), .partEnded, .finished])
    }

    @Test func `a copy goes its own way`() throws {
        var one = try parser()
        one.append(Array("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1".utf8))
        _ = try one.next()
        var other = one
        one.append(Array("\r\n--x--".utf8))
        one.end()
        other.end()
        _ = try one.next()
        #expect(try one.next() == .partEnded)
        _ = try other.next()
        #expect(throws: MultipartError.truncated) { try other.next() }
    }
}
