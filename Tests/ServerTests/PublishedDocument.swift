import Foundation

/// The published document of the Credits family, as plain text beside the project, where it is kept: its examples must work as they are.
struct PublishedDocument {
    private let lines: [String]

    private static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/seeds/voice-clone-tts-credits.txt")

    /// Whether the document is there.
    static var isThere: Bool {
        FileManager.default.fileExists(atPath: url.path)
    }

    init() throws {
        lines = try String(contentsOf: Self.url, encoding: .utf8).components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The example of `endpoint` (`POST /api/v1/tts`) in `language` (`cURL`, `Python`); nil where there is none.
    func example(of endpoint: String, in language: String) -> [String]? {
        let ends: Set<String> = [
            "cURL", "cURL - Basic (voice file only)", "cURL - With Metadata", "Python", "JavaScript (Fetch)", "JavaScript (Node.js with FormData)",
            "Success Response",
        ]
        guard let start = lines.firstIndex(of: endpoint) else { return nil }
        let section = lines[start...].prefix { $0 != "Success Response" }
        guard let label = section.firstIndex(of: language) else { return nil }
        let code = section[(label + 1)...].prefix { !ends.contains($0) }
        return code.isEmpty ? nil : Array(code)
    }
}
