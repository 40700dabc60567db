import Database
import Files

extension PlatformError {
    /// What a failure of the database or of the files means to who asked for something; nil for one that is none of their business.
    public init?(storage error: any Error) {
        switch error {
        case let error as DatabaseError where error.kind == .full: self = .storageFull
        case FileStoreError.full: self = .storageFull
        default: return nil
        }
    }
}
