/// One row of an answer: values by the names of their columns.
public struct Row: Hashable, Sendable {
    /// The names of the columns, in their order; all rows of an answer share one array.
    public let columns: [String]
    /// The values, in the order of the columns.
    public let values: [SQLValue]

    /// A row of as many values as columns.
    init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column, as it is stored.
    ///
    /// - Throws: ``ColumnError`` where the row has no such column.
    public func value(_ column: String) throws -> SQLValue {
        try value(column, expected: nil)
    }

    /// The value of a column.
    ///
    /// - Throws: ``ColumnError`` where there is no such column, it holds null, or a value that is not a `Value`.
    public func get<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        guard let value = try optional(column, as: type) else {
            throw ColumnError(column: column, expected: String(describing: type), problem: .null)
        }
        return value
    }

    /// The value of a column, or nil where it holds null.
    ///
    /// - Throws: ``ColumnError`` where there is no such column, or it holds a value that is not a `Value`.
    public func optional<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value? {
        let stored = try value(column, expected: String(describing: type))
        guard let storedType = stored.type else {
            return nil
        }
        guard let value = Value(sqlValue: stored) else {
            throw ColumnError(column: column, expected: String(describing: type), problem: .holds(storedType))
        }
        return value
    }

    private func value(_ column: String, expected: @autoclosure () -> String?) throws -> SQLValue {
        // Rows are narrow: looking at each name costs less than a dictionary for each answer.
        guard let index = columns.firstIndex(of: column) else {
            throw ColumnError(column: column, expected: expected(), problem: .missing)
        }
        return values[index]
    }
}
