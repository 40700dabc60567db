#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A part of the list of a store's files.
public struct FilePage: Sendable {
    /// The files; there can be none though more pages follow.
    public let files: [Entry]
    /// Where the next page begins, or nil after the last.
    public let next: Cursor?

    /// A page of files, and where the next one begins.
    public init(files: [Entry], next: Cursor?) {
        self.files = files
        self.next = next
    }

    /// One file of the list.
    public struct Entry: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its size, in bytes.
        public let size: Int
        /// When it was written.
        public let modified: Date

        /// A file of `size` bytes that was written at `modified`.
        public init(name: String, size: Int, modified: Date) {
            self.name = name
            self.size = size
            self.modified = modified
        }
    }

    /// A place in the list, which means something only to the store it came from.
    public struct Cursor: Hashable, Sendable {
        let position: String

        init(position: String) {
            self.position = position
        }
    }
}
