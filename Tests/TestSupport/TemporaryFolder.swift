import Foundation

/// A folder that is there for one test.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes a new one.
    public init() throws {
        url = try TemporaryRoot.url.appendingPathComponent(UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Where it is, without a slash at the end.
    public var path: String {
        url.path
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
