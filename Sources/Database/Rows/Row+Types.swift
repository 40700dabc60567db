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

    /// The whole number of a column, or nil.
    public func optionalInt(_ column: String) throws -> Int? {
        try optional(column)
    }

    /// The number of a column.
    public func double(_ column: String) throws -> Double {
        try get(column)
    }

    /// The number of a column, or nil.
    public func optionalDouble(_ column: String) throws -> Double? {
        try optional(column)
    }

    /// The truth value of a column, which holds 0 or 1.
    public func bool(_ column: String) throws -> Bool {
        try get(column)
    }

    /// The truth value of a column, or nil.
    public func optionalBool(_ column: String) throws -> Bool? {
        try optional(column)
    }

    /// The bytes of a column.
    public func bytes(_ column: String) throws -> [UInt8] {
        try get(column)
    }

    /// The bytes of a column, or nil.
    public func optionalBytes(_ column: String) throws -> [UInt8]? {
        try optional(column)
    }
}
