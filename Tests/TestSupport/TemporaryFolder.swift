import Foundation

/// A folder that is there for one test.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes a new one.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("mynah-tests-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
