import Foundation

/// A published document of the MiniMax audio family, as plain text beside the project, where it is kept: its examples must work as they are.
struct MiniMaxDocument {
    private let lines: [String]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/seeds")

    private static func url(_ name: String) -> URL {
        folder.appendingPathComponent("minimax-audio-\(name).txt")
    }

    /// Whether the documents are there.
    static var areThere: Bool {
        FileManager.default.fileExists(atPath: url("get").path)
    }

    /// The document of `name`: `create-mp3`, `get`, `voices`.
    init(_ name: String) throws {
        lines = try String(contentsOf: Self.url(name), encoding: .utf8).components(separatedBy: "\n")
    }

    /// The example whose first line begins with `start`: the examples are a list, whose marks stand before first lines.
    func example(beginning start: String) -> String? {
        guard let section = lines.firstIndex(of: "Examples"),
            let first = lines[section...].firstIndex(where: { $0.hasPrefix("  • \(start)") })
        else { return nil }
        let rest = lines[(first + 1)...].prefix { !$0.hasPrefix("  • ") && !$0.hasPrefix("Try It") }
        let code = [String(lines[first].dropFirst(4))] + rest.map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0 }
        return code.joined(separator: "\n") + "\n"
    }
}
