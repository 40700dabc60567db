/// A row does not hold what the program expects in it: the SQL and the code that reads its rows have come apart.
public struct ColumnError: Error, Hashable, Sendable {
    /// The column that was asked for.
    public let column: String
    /// The type that was asked for, or nil where any would do.
    public let expected: String?
    /// What is wrong with it.
    public let problem: Problem

    /// What can be wrong with a column.
    public enum Problem: Hashable, Sendable {
        /// The row has no column of that name.
        case missing
        /// It holds null.
        case null
        /// It holds a value that the type has no room for.
        case holds(SQLType)
    }
}

extension ColumnError: CustomStringConvertible {
    public var description: String {
        let wanted = expected.map { " as \($0)" } ?? ""
        switch problem {
        case .missing:
            return "Column \"\(column)\" was read\(wanted), but the query does not return it. Add it to the query."
        case .null:
            return "Column \"\(column)\" was read\(wanted), but holds null. Read it as an optional, or forbid null in the schema."
        case .holds(let type):
            return "Column \"\(column)\" was read\(wanted), but holds \(type.rawValue). Read it as what it holds, or correct the row."
        }
    }
}
