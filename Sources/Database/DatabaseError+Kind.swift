extension DatabaseError {
    /// What can fail.
    public enum Kind: Hashable, Sendable {
        /// A change breaks a rule of the schema.
        case constraint(Constraint)
        /// Someone else kept the database locked for too long.
        case busy
        /// There is no space left.
        case full
        /// The database may be read but not changed.
        case readOnly
        /// The database is damaged, or is no database.
        case corrupt
        /// The database is not there, or not to be reached.
        case cannotOpen
        /// The database was made by a newer version of the program.
        case newerDatabase
        /// A value that no database of ours can store.
        case invalidValue
        /// The database was closed.
        case closed
        /// Anything else: most often a mistake in SQL.
        case other
    }

    /// The rules a schema can hold.
    public enum Constraint: Hashable, Sendable {
        /// `UNIQUE` or `PRIMARY KEY`.
        case unique
        /// `REFERENCES`.
        case foreignKey
        /// `NOT NULL`.
        case notNull
        /// `CHECK`.
        case check
        /// A column's type, or a rule that a trigger enforces.
        case other
    }
}

extension DatabaseError.Kind {
    var message: String {
        switch self {
        case .constraint(.unique): "There is a row with this key already. Use another key, or change the row that has it."
        case .constraint(.foreignKey): "The row refers to one that does not exist, or others still refer to it. Add or remove those first."
        case .constraint(.notNull): "A value is missing that the table requires. Give it."
        case .constraint(.check), .constraint(.other): "A value is not one that the table allows. Give one that it does."
        case .busy: "The database is locked by another program for too long. Close what else has it open, then try again."
        case .full: "There is no space left for the database. Free some on its disk, then try again."
        case .readOnly: "The database cannot be changed. Give the user that runs this program the right to write to its file and its folder."
        case .corrupt: "The database is damaged. Stop the program, keep a copy of the database, and restore it from a backup."
        case .cannotOpen: "The database cannot be opened. Check that it is where the program looks for it."
        case .newerDatabase: "The database was made by a newer version of the program. Run that version, or restore a backup from before the update."
        case .invalidValue: "A value cannot be stored. Text must not hold the character U+0000, and no value may be larger than 100 MB."
        case .closed: "The database is closed. Nothing more can be read or written until the program is started again."
        case .other: "The database failed. This is a fault in the program or on its disk: look at the log, and report it."
        }
    }
}
