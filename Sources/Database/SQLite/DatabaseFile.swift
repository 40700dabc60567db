#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// The file of an SQLite database: what has to be right about it before SQLite opens it, because SQLite says little about what is wrong.
struct DatabaseFile {
    /// The path, never one that means something special to SQLite, such as `:memory:`.
    let path: String

    init(path: String) {
        self.path = path.hasPrefix("/") ? path : "./" + path
    }

    private var folder: String {
        let end = path.lastIndex(of: "/") ?? path.startIndex
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    /// Creates the file for its owner alone, where there is none, and checks that it can be written, and files beside it.
    ///
    /// SQLite gives the files beside it the same mode.
    ///
    /// - Throws: ``DatabaseError``.
    func create() throws {
        // Only ever opened where it is new: closing it would take away the locks that this process has on it.
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw failure(errno, at: path)
        }
        for path in [path, folder] where access(path, W_OK) != 0 {
            throw failure(errno, at: path)
        }
    }

    private func failure(_ code: CInt, at place: String) -> DatabaseError {
        let detail = "errno \(code)"
        switch code {
        case ENOENT:
            return DatabaseError(
                .cannotOpen, message: "The folder \(folder) for the database does not exist. Create it, or name another.", detail: detail)
        case ENOTDIR:
            return DatabaseError(.cannotOpen, message: "\(folder) is no folder. Name a folder for the database.", detail: detail)
        case EACCES, EPERM, EROFS:
            return DatabaseError(
                .readOnly,
                message: "The database cannot be written: this user must not write to \(place). Give the user that runs this program the right to.",
                detail: detail)
        case ENOSPC, EDQUOT:
            return DatabaseError(.full, detail: detail)
        default:
            return DatabaseError(.cannotOpen, message: "The database \(path) cannot be opened. Check its path and its disk.", detail: detail)
        }
    }
}
