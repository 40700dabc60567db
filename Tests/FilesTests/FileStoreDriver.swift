import Files
import TestSupport
import Testing

/// The stores that the conformance suite runs against.
enum FileStoreDriver: String, CaseIterable, CustomTestStringConvertible {
    case disk

    var testDescription: String { rawValue }

    /// Opens the one store that belongs to a folder.
    func open(in folder: TemporaryFolder) throws -> any FileStore {
        switch self {
        case .disk: try DiskFileStore(folder: folder.path)
        }
    }
}
