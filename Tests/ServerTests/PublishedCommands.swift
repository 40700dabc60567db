import Foundation

/// The curl commands of a published document, as plain text beside the project, where it is kept: they must work as they are.
struct PublishedCommands {
    /// A command, and the method and path that it is an example of.
    struct Example {
        var endpoint: String
        var script: String
    }

    /// The commands in their order.
    let examples: [Example]

    private static func url(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("shared/seeds/\(name)")
    }

    /// Whether the document is there.
    static func areThere(in name: String) -> Bool {
        FileManager.default.fileExists(atPath: url(name).path)
    }

    init(in name: String) throws {
        let lines = try String(contentsOf: Self.url(name), encoding: .utf8).components(separatedBy: "\n")
        var examples: [Example] = []
        var rest = lines[...]
        while let start = rest.firstIndex(where: { $0.hasPrefix("curl ") }) {
            // A command goes on behind a backslash, and while a quote is open.
            var command: [String] = []
            for line in rest[start...] {
                command.append(line)
                let isOpen = command.joined().count { $0 == "'" } % 2 == 1
                if !isOpen, !line.hasSuffix("\\") { break }
            }
            rest = rest[(start + command.count)...]
            let script = command.joined(separator: "\n")
            if let match = script.firstMatch(of: #/-X ([A-Z]+) "https?://[^\/]+([^"?]+)/#) {
                examples.append(Example(endpoint: "\(match.1) \(match.2)", script: script))
            }
        }
        self.examples = examples
    }
}
