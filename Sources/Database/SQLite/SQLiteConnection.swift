internal import GRDB

/// A transaction's connection to SQLite.
///
/// After a statement has failed it runs no other, like PostgreSQL: SQLite would go on, and where the disk is full even outside of the
/// transaction, which it has then rolled back by itself.
final class SQLiteConnection: DatabaseConnection {
    /// The error of the statement that failed, if any.
    private(set) var failure: DatabaseError?

    private let connection: GRDB.Database
    private let isReadOnly: Bool

    init(_ connection: GRDB.Database, isReadOnly: Bool) {
        self.connection = connection
        self.isReadOnly = isReadOnly
    }

    func execute(_ sql: SQL) throws -> Int {
        try run(sql) { statement, arguments in
            let before = connection.totalChangesCount
            try statement.execute(arguments: arguments)
            // A statement that changes no rows leaves the count of the one before it.
            return connection.totalChangesCount == before ? 0 : connection.changesCount
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try run(sql) { statement, arguments in
            let columns = statement.columnNames
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(row, columns: columns))
            }
            return rows
        }
    }

    func row(_ sql: SQL) throws -> Row? {
        try run(sql) { statement, arguments in
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            let row = try cursor.next().map { Row($0, columns: statement.columnNames) }
            // What changes the database must run to its end.
            while !statement.isReadonly, try cursor.next() != nil {}
            return row
        }
    }

    private func run<T>(_ sql: SQL, _ body: (Statement, StatementArguments) throws -> T) throws -> T {
        if let failure {
            throw failure
        }
        do {
            let rendered = sql.rendered(for: .sqlite)
            // As optionals: of others GRDB makes the arguments by a key path, which takes as long as the rest of it.
            let arguments = try StatementArguments(rendered.values.map { value -> (any DatabaseValueConvertible)? in try DatabaseValue(value) })
            // Lists make ever new statements, and the cache forgets none.
            let prepare = rendered.hasList ? connection.makeStatement(sql:) : connection.cachedStatement(sql:)
            let statement = try prepare(rendered.text)
            return try body(statement, arguments)
        } catch {
            let failure = failure(for: error)
            self.failure = failure
            throw failure
        }
    }

    private func failure(for error: any Error) -> DatabaseError {
        let translated = DatabaseError.translated(error)
        guard translated.kind == .readOnly, isReadOnly else {
            return translated
        }
        return DatabaseError(
            .readOnly, message: "A read tried to change the database. This is a fault in the program: report it.", detail: translated.detail)
    }
}
