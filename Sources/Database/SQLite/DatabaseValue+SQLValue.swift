internal import Foundation
internal import GRDB

extension DatabaseValue {
    /// The most bytes a value may have: far below SQLite's own limit, at which GRDB ends the process.
    private static let maximumSize = 100_000_000

    /// The value as GRDB binds it.
    ///
    /// - Throws: ``DatabaseError`` of kind ``DatabaseError/Kind/invalidValue`` for text that holds U+0000, at which GRDB would cut it off without a
    ///   word and which PostgreSQL refuses, and for what is too large.
    init(_ value: SQLValue) throws {
        switch value {
        case .null:
            self = .null
        case .integer(let integer):
            self = integer.databaseValue
        case .real(let real):
            self = real.databaseValue
        case .text(let text):
            guard text.utf8.count <= Self.maximumSize, !text.utf8.contains(0) else {
                throw DatabaseError(.invalidValue)
            }
            self = text.databaseValue
        case .blob(let bytes):
            guard bytes.count <= Self.maximumSize else {
                throw DatabaseError(.invalidValue)
            }
            self = Data(bytes).databaseValue
        }
    }
}
