/// A piece of an encoded file, and where in the file it belongs.
///
/// Pieces come in order of writing. Most follow on each other; a piece with a lower offset replaces bytes that came before, because a file's
/// header tells things that are known at its end (sizes, the number of frames). Who writes each piece at its offset has the file.
public struct EncodedBytes: Sendable, Hashable {
    /// The place of the first byte, from the start of the file.
    public let offset: Int
    /// The bytes.
    public let bytes: [UInt8]

    /// A piece at its place.
    public init(offset: Int, bytes: [UInt8]) {
        self.offset = offset
        self.bytes = bytes
    }
}
