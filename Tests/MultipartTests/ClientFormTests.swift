import Testing

@testable import Multipart

@Suite struct ClientFormTests {
    @Test(arguments: ClientForm.all)
    func `what clients send is read as they mean it`(form: ClientForm) throws {
        let parsed = ParsedForm([form.body], boundary: try form.boundary)
        #expect(parsed.error == nil)
        #expect(parsed.events.last == .finished)
        let parts = parsed.parts.map { part, bytes in
            ClientForm.Part(
                name: part.name, fileName: part.fileName, contentType: part.contentType, content: String(decoding: bytes, as: UTF8.self))
        }
        #expect(parts == form.parts)
    }

    @Test(arguments: ClientForm.all)
    func `a form is the same however it is cut in two`(form: ClientForm) throws {
        let boundary = try form.boundary
        let whole = ParsedForm([form.body], boundary: boundary)
        for position in 0...form.body.count {
            #expect(ParsedForm([Array(form.body[..<position]), Array(form.body[position...])], boundary: boundary) == whole, "at \(position)")
        }
    }

    @Test(arguments: ClientForm.all)
    func `a form is the same in pieces of any size`(form: ClientForm) throws {
        let boundary = try form.boundary
        let whole = ParsedForm([form.body], boundary: boundary)
        for size in 1...40 {
            #expect(ParsedForm(form.body.pieces(of: size), boundary: boundary) == whole, "in pieces of \(size)")
        }
    }

    @Test(arguments: ClientForm.all.filter { !$0.parts.isEmpty })
    func `a form that is cut off anywhere is an error, and the same for any pieces`(form: ClientForm) throws {
        let boundary = try form.boundary
        let whole = ParsedForm([form.body], boundary: boundary)
        let close = Array("--\(boundary.text)--".utf8)
        let end = try #require((0...form.body.count).first { form.body[..<$0].suffix(close.count) == close[...] })
        for count in 0..<form.body.count {
            let body = Array(form.body[..<count])
            let cut = ParsedForm([body], boundary: boundary)
            #expect(ParsedForm(body.pieces(of: 1), boundary: boundary) == cut)
            if count < end { #expect(cut.error == .truncated || cut.error == .boundaryNotFound, "at \(count)") }
            #expect(whole.parts.map(\.part).starts(with: cut.parts.map(\.part)))
        }
    }
}
