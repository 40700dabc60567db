/// A row of a voice library, cut into its columns.
struct LibraryRow {
    /// The row's number, for errors.
    let number: Int
    private let cells: [String]

    /// The columns, in their order.
    enum Column: Int, CaseIterable {
        case id, name, language, gender, age, accent, useCases, character, base, timbre, ids
    }

    /// - Throws: ``VoiceLibraryError`` where there are too few columns, or too many; the last may be left out.
    init(_ line: some StringProtocol, number: Int) throws(VoiceLibraryError) {
        self.number = number
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { Self.trimmed($0) }
        guard (Column.allCases.count - 1...Column.allCases.count).contains(cells.count) else {
            throw VoiceLibraryError(row: number, reason: "there are \(cells.count) columns: give it \(Column.allCases.count)")
        }
        self.cells = cells
    }

    /// The text of a column; empty where it is left out.
    subscript(column: Column) -> String {
        column.rawValue < cells.count ? cells[column.rawValue] : ""
    }

    /// The parts of a column that are separated by commas.
    func list(_ column: Column) -> [String] {
        self[column].split(separator: ",").map { Self.trimmed($0) }
    }

    /// The words of a list of pairs, `breath 0.1, rate 1`, by the names that stand before them.
    func pairs(_ column: Column) throws(VoiceLibraryError) -> [String: String] {
        var pairs: [String: String] = [:]
        for part in list(column) {
            let words = part.split(separator: " ").map(String.init)
            guard words.count == 2, pairs.updateValue(words[1], forKey: words[0]) == nil else {
                throw failure("\(part) is not a name and its value, each name once")
            }
        }
        return pairs
    }

    /// An error about this row.
    func failure(_ reason: String) -> VoiceLibraryError {
        VoiceLibraryError(row: number, reason: reason)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
