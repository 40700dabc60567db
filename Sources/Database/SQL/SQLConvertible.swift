/// A type whose values can be bound to SQL and read from a row. An identifier or an enumeration of your own conforms with three lines.
public protocol SQLConvertible: Sendable {
    /// The type that its values are stored as.
    static var sqlType: SQLType { get }

    /// The value as it is stored; never `.null`.
    var sqlValue: SQLValue { get }

    /// The value that was stored, or nil where `sqlValue` is not one of this type.
    init?(sqlValue: SQLValue)
}
