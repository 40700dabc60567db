/// What can go wrong between the pool and a host.
public enum FrameError: Error, Sendable, Hashable {
    /// The payload's length is over the limit, in bytes.
    case tooLong(Int)
    /// A kind that there is not.
    case unknownKind(UInt8)
    /// A kind that may not come now.
    case unexpected(Frame.Kind)
    /// The payload is not what its kind says.
    case malformed(Frame.Kind)
    /// The other side closed the pipe.
    case closed
    /// Nothing moved for as long as was allowed.
    case timedOut
    /// The system refused to read or write; its error number.
    case system(Int32)
}
