internal import GRDB

extension Row {
    /// A copy of the row that a statement stands at.
    init(_ row: GRDB.Row, columns: [String]) {
        self.init(columns: columns, values: row.databaseValues.map { SQLValue($0) })
    }
}
