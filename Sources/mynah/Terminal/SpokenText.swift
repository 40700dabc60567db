import Foundation
import Speech

/// The text that `mynah say` speaks.
enum SpokenText {
    /// The longest text, in characters (code points).
    private static let limit = 100_000

    /// The text of the argument, the file, or standard input, checked.
    ///
    /// - Parameter syntax: The ways of writing pauses that count.
    /// - Throws: ``CommandFailure``.
    static func read(argument: String?, file: String?, pauses syntax: PauseSyntax) throws -> String {
        let (text, place) = try source(argument: argument, file: file)
        guard text.unicodeScalars.count <= limit else { throw CommandFailure("\(place) has more than \(limit) characters: split it.") }
        do {
            try SpeechRequest.check(text, pauses: syntax)
        } catch {
            throw CommandFailure("\(place) \(error.message).")
        }
        return text
    }

    private static func source(argument: String?, file: String?) throws -> (text: String, place: String) {
        if let file { return (try decode(try Data(contentsOf: URL(fileURLWithPath: file)), place: file), file) }
        if let argument, argument != "-" { return (argument, "The text") }
        if argument == nil, isatty(STDIN_FILENO) == 1 { throw CommandFailure("There is no text: give one, as in `mynah say \"Hello world\"`.") }
        // A character has four bytes at most.
        let input = try FileHandle.standardInput.read(upToCount: limit * 4 + 1) ?? Data()
        return (try decode(input, place: "Standard input"), "Standard input")
    }

    private static func decode(_ data: Data, place: String) throws -> String {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("\(place) is not UTF-8: convert it, as with `iconv -f ISO-8859-1 -t UTF-8`.")
        }
        // What Windows puts in front is no text.
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
