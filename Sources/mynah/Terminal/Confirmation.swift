import Foundation

/// Asks a person before what can't be undone.
enum Confirmation {
    /// Has `word` typed on the terminal.
    ///
    /// - Parameters:
    ///   - warning: What is about to happen; a sentence.
    ///   - flag: What says yes without being asked.
    /// - Throws: ``CommandFailure`` where there is nobody to ask, or something else is typed.
    static func require(_ word: String, warning: String, flag: String) throws {
        guard isatty(STDIN_FILENO) == 1 else { throw CommandFailure("\(warning) There is no terminal to ask on: say \(flag).") }
        try FileHandle.standardError.write(contentsOf: Data("\(warning) Type \(word) to go on: ".utf8))
        guard readLine() == word else { throw CommandFailure("Nothing was changed: that was not \(word).") }
    }
}
