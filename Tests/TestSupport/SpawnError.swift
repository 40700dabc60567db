import Foundation

/// A program that the tests need did not start.
struct SpawnError: Error, CustomStringConvertible {
    /// What went wrong.
    let description: String

    /// The error of a system call on `name`, by its number.
    init(_ name: String, code: Int32) {
        description = "\(name): \(String(cString: strerror(code)))"
    }
}
