import TestSupport
import Testing

@testable import Multipart

@Suite struct RandomFormTests {
    @Test(arguments: 0..<20)
    func `forms of chance are read back, in pieces of chance`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let form = RandomForm(using: &generator)
            let boundary = try MultipartBoundary(contentType: "multipart/form-data; boundary=\"\(form.boundary)\"")
            let whole = ParsedForm([form.body], boundary: boundary)
            #expect(whole.error == nil)
            #expect(whole.parts.map { RandomForm.Part(part: $0.part, content: $0.bytes) } == form.parts)
            #expect(ParsedForm(pieces(of: form.body, using: &generator), boundary: boundary) == whole)
        }
    }

    @Test(arguments: 0..<20)
    func `forms that are broken by chance are the same in any pieces`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let form = RandomForm(using: &generator)
            let boundary = try MultipartBoundary(form.boundary)
            var body = form.body
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !body.isEmpty {
                let index = body.indices.randomElement(using: &generator)!
                if Bool.random(using: &generator) {
                    body.remove(at: index)
                } else {
                    body[index] = Array("\r\n-:;\" x".utf8).randomElement(using: &generator)!
                }
            }
            #expect(ParsedForm(pieces(of: body, using: &generator), boundary: boundary) == ParsedForm([body], boundary: boundary))
        }
    }

    private func pieces(of body: [UInt8], using generator: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = rest.prefix(.random(in: 0...20, using: &generator))
            pieces.append(Array(piece))
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }
}
