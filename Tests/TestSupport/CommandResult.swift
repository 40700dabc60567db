import Foundation

/// What became of a command.
public struct CommandResult: Sendable {
    /// Its exit code; 128 and the signal's number where a signal ended it.
    public var exitCode: Int32
    /// What it wrote to standard output.
    public var output: Data
    /// What it wrote to standard error.
    public var errors: String

    /// Standard output as text, without white space around it.
    public var text: String {
        String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The lines of standard error.
    public var errorLines: [Substring] {
        errors.split(separator: "\n")
    }
}
