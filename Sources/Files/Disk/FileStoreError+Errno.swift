#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension FileStoreError {
    /// The error that the last system call on this thread left.
    static var last: FileStoreError {
        FileStoreError(errno: errno)
    }

    init(errno code: Int32) {
        self =
            switch code {
            case ENOSPC, EDQUOT: .full
            case EROFS, EACCES, EPERM: .readOnly
            case ENOENT: .notFound
            case EEXIST: .alreadyExists
            default: .other(errno: code)
            }
    }
}
