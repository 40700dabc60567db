internal import GRDB

extension DatabaseError {
    /// The error a caller sees: SQLite's in our terms, and any other as it is.
    static func translating(_ error: any Error) -> any Error {
        error is GRDB.DatabaseError ? translated(error) : error
    }

    /// An error in our terms, whatever it is.
    static func translated(_ error: any Error) -> DatabaseError {
        switch error {
        case let error as DatabaseError: error
        case let error as GRDB.DatabaseError: DatabaseError(error)
        default: DatabaseError(.other, detail: String(describing: error))
        }
    }

    init(_ error: GRDB.DatabaseError) {
        // Not the error's own description: it quotes the statement and its values.
        self.init(Kind(error.extendedResultCode), detail: "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")")
    }
}

extension DatabaseError.Kind {
    fileprivate init(_ code: ResultCode) {
        self =
            switch code {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .constraint(.unique)
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .constraint(.foreignKey)
            case .SQLITE_CONSTRAINT_NOTNULL: .constraint(.notNull)
            case .SQLITE_CONSTRAINT_CHECK: .constraint(.check)
            case .SQLITE_CONSTRAINT: .constraint(.other)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
            case .SQLITE_CANTOPEN: .cannotOpen
            case .SQLITE_TOOBIG: .invalidValue
            default: .other
            }
    }
}
