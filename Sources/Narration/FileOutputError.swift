import Foundation

/// Why a file could not be written.
public struct FileOutputError: Error, Sendable, Hashable {
    /// The system's error number.
    public var code: Int32

    /// The system's words for it.
    public var message: String {
        String(cString: strerror(code))
    }
}
