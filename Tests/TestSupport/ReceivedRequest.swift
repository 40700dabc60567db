import Foundation

/// A request as a server got it.
public struct ReceivedRequest: Sendable {
    /// The method.
    public var method: String
    /// The path, with its query.
    public var path: String
    /// The body.
    public var body: Data
    private var headers: [String: String] = [:]

    /// The request in `bytes`; nil while it is not whole.
    init?(_ bytes: Data) {
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        (method, path) = (String(words[0]), String(words[1]))
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        body = Data(bytes[end.upperBound...])
        guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
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
