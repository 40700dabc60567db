/// The voices with names of their own, read from `voices.txt`, a row a voice, its columns separated by `|`.
///
/// To add a voice, add a row. An id that was once published stays: clients have written it down.
public struct VoiceLibrary: Sendable {
    /// The voices, in the table's order.
    public let voices: [Voice]

    /// The library that comes with Mynah. Its table is part of the program, and a test reads every row.
    public static let standard: VoiceLibrary = {
        do {
            return try VoiceLibrary(table: String(decoding: PackageResources.voices_txt, as: UTF8.self))
        } catch {
            preconditionFailure("voices.txt: \(error)")
        }
    }()

    /// Reads a table; its first row names the columns.
    ///
    /// - Throws: ``VoiceLibraryError``.
    public init(table: String) throws(VoiceLibraryError) {
        var voices: [Voice] = []
        for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst() where !line.isEmpty {
            voices.append(try Voice(libraryRow: LibraryRow(line, number: index + 1)))
        }
        self.voices = voices
    }
}
