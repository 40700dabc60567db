/// The standard types by name. Each throws a ``ColumnError`` where the column is missing or holds something else; null is an error but for the
/// optional ones.
extension Row {
    /// The text of a column.
    public func string(_ column: String) throws -> String {
        try get(column)
    }

    /// The text of a column, or nil.
    public func optionalString(_ column: String) throws -> String? {
        try optional(column)
    }

    /// The whole number of a column.
    public func int(_ column: String) throws -> Int {
        try get(column)
    }

    /// The number of a column.
    public func double(_ column: String) throws -> Double {
        try get(column)
    }

    /// The truth value of a column, which holds 0 or 1.
    public func bool(_ column: String) throws -> Bool {
        try get(column)
    }

    /// The bytes of a column.
    public func bytes(_ column: String) throws -> [UInt8] {
        try get(column)
    }
}
