/// Where a narration's file is written. It is called from one thread at a time, which it may block.
public protocol NarrationOutput: Sendable {
    /// Forgets what was written: a try begins, the first or another.
    func restart() throws
    /// Takes a piece of the file and its place; a later piece may lie on an earlier one (a header is written again when the length is known).
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws
}
