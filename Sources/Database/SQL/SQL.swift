/// SQL with its values apart, so that no value can ever be taken for SQL.
///
/// Written as a string literal, in which every interpolated value is bound:
///
/// ```swift
/// let sql: SQL = "SELECT id FROM tasks WHERE owner = \(owner) AND state IN \(["waiting", "running"])"
/// ```
///
/// An array of values becomes a list in parentheses, an empty one a list that holds nothing. Other SQL is put in as it is: `\(filter)`. A trusted
/// name that can't be bound (a table, a column) is `\(raw: name)`; nothing that came from outside may be given there.
public struct SQL: Sendable {
    /// Text, values and lists, in their order.
    private(set) var elements: [Element]

    /// SQL that is trusted as it stands.
    public init(raw: String) {
        elements = [.text(raw)]
    }

    init(elements: [Element]) {
        self.elements = elements
    }

    /// One piece after the other, with nothing between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(elements: left.elements + right.elements)
    }

    /// Appends a piece, with nothing between.
    public static func += (left: inout SQL, right: SQL) {
        left.elements += right.elements
    }
}

extension SQL {
    enum Element: Hashable, Sendable {
        case text(String)
        case value(SQLValue)
        /// The values of a list, and their type, which an empty list is told by.
        case list([SQLValue], of: SQLType)
    }
}

extension Sequence<SQL> {
    /// The pieces as one, with `separator` between each two of them.
    public func joined(separator: SQL) -> SQL {
        var result: SQL?
        for piece in self {
            result = result.map { $0 + separator + piece } ?? piece
        }
        return result ?? ""
    }
}
