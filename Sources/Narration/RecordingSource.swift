/// The bytes of a recording, wherever they are kept. They are read in order, from one thread at a time, which may be blocked.
public protocol RecordingSource: Sendable {
    /// How many there are.
    var size: Int { get }
    /// The bytes from a place on: `count` of them, fewer only at the end.
    func read(at offset: Int, count: Int) throws -> [UInt8]
}
