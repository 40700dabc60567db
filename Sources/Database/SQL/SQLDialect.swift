/// How a database writes what SQL leaves open.
enum SQLDialect: Sendable {
    /// Placeholders are `?`.
    case sqlite
    /// Placeholders are numbered from 1: `$1`, `$2`, ….
    case postgreSQL

    /// The placeholder of the value at `number`, counted from 1.
    func placeholder(_ number: Int) -> String {
        switch self {
        case .sqlite: "?"
        case .postgreSQL: "$\(number)"
        }
    }

    /// The name of a column type.
    func name(of type: SQLType) -> String {
        switch (type, self) {
        case (.integer, .sqlite): "INTEGER"
        case (.integer, .postgreSQL): "BIGINT"
        case (.real, _): "DOUBLE PRECISION"
        case (.text, _): "TEXT"
        case (.blob, .sqlite): "BLOB"
        case (.blob, .postgreSQL): "BYTEA"
        }
    }
}
