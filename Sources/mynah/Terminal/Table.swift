import Foundation

/// Rows of text, with their columns one under the other.
struct Table {
    private let rows: [[String]]

    init(_ rows: [[String]]) {
        self.rows = rows
    }

    /// Writes the table to standard output; and, where there is nothing under its head, a sentence to standard error.
    func print(orSay sentence: String? = nil) {
        defer { if rows.count == 1, let sentence { try? FileHandle.standardError.write(contentsOf: Data((sentence + "\n").utf8)) } }
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            Swift.print(cells.joined(separator: "  "))
        }
    }
}
