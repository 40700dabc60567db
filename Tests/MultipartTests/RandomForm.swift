@testable import Multipart

/// A form of chance, and how it is written.
struct RandomForm {
    struct Part: Equatable {
        var part: MultipartPart
        var content: [UInt8]
    }

    let boundary: String
    let parts: [Part]
    let body: [UInt8]

    private static let boundaryCharacters = Array("abcXYZ0189'()+_,-./:=? ")
    private static let nameCharacters = Array("ab\"\\;=%5\r\nö語🙂 \t'/.")

    init(using generator: inout some RandomNumberGenerator) {
        var boundary = ""
        for _ in 0..<Int.random(in: 0...69, using: &generator) { boundary.append(Self.boundaryCharacters.randomElement(using: &generator)!) }
        boundary.append("-")
        self.boundary = boundary
        parts = (0..<Int.random(in: 0...5, using: &generator)).map { _ in Self.part(boundary: boundary, using: &generator) }
        body = Self.render(parts, boundary: boundary, using: &generator)
    }

    private static func part(boundary: String, using generator: inout some RandomNumberGenerator) -> Part {
        let fileName = Bool.random(using: &generator) ? name(using: &generator) : nil
        let contentType = Bool.random(using: &generator) ? "audio/wav; x=\"1\"" : nil
        // A name that is empty is none.
        let part = MultipartPart(name: "n" + name(using: &generator), fileName: fileName, contentType: contentType)
        return Part(part: part, content: content(boundary: boundary, using: &generator))
    }

    private static func name(using generator: inout some RandomNumberGenerator) -> String {
        var name = ""
        for _ in 0..<Int.random(in: 0...12, using: &generator) { name.append(nameCharacters.randomElement(using: &generator)!) }
        return name
    }

    /// Bytes of chance, and starts of the delimiter, but never all of it.
    private static func content(boundary: String, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var content: [UInt8] = []
        for _ in 0..<Int.random(in: 0...30, using: &generator) {
            if Bool.random(using: &generator) {
                content += delimiter.prefix(.random(in: 0..<delimiter.count, using: &generator))
            } else {
                content += (0..<Int.random(in: 0...20, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            }
        }
        // The start of one and a byte of chance may have made it whole.
        let framed = [.carriageReturn, .lineFeed] + content
        let isSafe = !framed.indices.contains { framed[$0...].starts(with: delimiter) }
        return isSafe ? content : []
    }

    private static func render(_ parts: [Part], boundary: String, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var body = Bool.random(using: &generator) ? Array("before\r\n".utf8) : []
        for part in parts {
            body += Array("--\(boundary)\(Bool.random(using: &generator) ? " \t" : "")\r\n".utf8)
            var headers = ["Content-Disposition: form-data; name=\(part.part.name.quotedInForm)"]
            if let fileName = part.part.fileName { headers[0] += "; filename=\(fileName.quotedInForm)" }
            if let contentType = part.part.contentType { headers.append("Content-Type: \(contentType)") }
            if Bool.random(using: &generator) { headers.append("X-Chance: 1") }
            body += Array((headers.shuffled(using: &generator).joined(separator: "\r\n") + "\r\n\r\n").utf8)
            body += part.content + [.carriageReturn, .lineFeed]
        }
        body += Array("--\(boundary)--".utf8)
        return body + (Bool.random(using: &generator) ? Array("\r\nafter\r\n--\(boundary)x".utf8) : [])
    }
}
