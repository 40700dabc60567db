import Foundation

/// A server's answer to a request.
public struct HTTPAnswer: Sendable {
    /// The status code.
    public var status: Int
    /// The body.
    public var body: Data
    private var headers: [String: String] = [:]

    /// The answer in what `curl -i` writes; nil where it is none.
    init?(_ output: Data) {
        guard let end = output.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: output[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else { return nil }
        self.status = status
        body = Data(output[end.upperBound...])
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
    }

    /// A header's value; nil where there is no such header.
    public subscript(header: String) -> String? {
        headers[header.lowercased()]
    }

    /// The body as JSON.
    public var json: JSON {
        get throws { try JSON(body) }
    }

    /// The body as text.
    public var text: String {
        String(decoding: body, as: UTF8.self)
    }
}
