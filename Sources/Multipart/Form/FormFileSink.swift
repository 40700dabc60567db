/// Takes the files of a form, one after the other.
///
/// Where the form fails, the sink hears no more. Its owner then lets go of what it has.
public protocol FormFileSink {
    /// What becomes of a file.
    associatedtype File

    /// A file begins, whose headers say `part`.
    mutating func begin(_ part: MultipartPart) async throws
    /// The next bytes of the file; never none.
    mutating func write(_ bytes: ArraySlice<UInt8>) async throws
    /// The file is whole.
    mutating func end() async throws -> File
}
