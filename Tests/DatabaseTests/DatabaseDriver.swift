import Database
import TestSupport
import Testing

/// The drivers that the conformance suite runs against.
enum DatabaseDriver: String, CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// Opens the one database that belongs to a folder; several times gives several connections to it.
    func open(in folder: TemporaryFolder) throws -> any Database {
        switch self {
        case .sqlite: try SQLiteDatabase(path: folder.path + "/test.sqlite")
        }
    }
}
