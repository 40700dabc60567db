/// What a parser finds in a form, in order: for each part its beginning, its bytes in any number of pieces, and its end; and the end of the form.
public enum MultipartEvent: Sendable, Hashable {
    /// A part began.
    case partBegan(MultipartPart)
    /// Bytes of the part; never none.
    case bytes(ArraySlice<UInt8>)
    /// The part is whole.
    case partEnded
    /// The form is whole.
    case finished
}
