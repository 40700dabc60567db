/// One message on the pipes between the pool and a host process.
///
/// On the wire: the payload's length (4 bytes, little-endian), the kind (1 byte), the payload. The messages are described in `docs/engine-protocol.md`.
public struct Frame: Sendable, Hashable {
    /// What a frame holds.
    public enum Kind: UInt8, Sendable {
        /// To the host: a ``HostRequest``, as JSON.
        case request = 1
        /// Either way: 16-bit little-endian samples, one channel. To the host, an empty one ends them.
        case samples = 2
        /// To the host: the next bytes of a recording; an empty one ends them.
        case recording = 3
        /// From the host, once: a ``HostGreeting``, as JSON.
        case ready = 16
        /// From the host: a piece of the finished file, behind its offset in the file (8 bytes, little-endian).
        case encoded = 17
        /// From the host: it wants the next samples, or bytes of a recording. No payload.
        case more = 18
        /// From the host, last: a ``SpokenReport``, as JSON.
        case spoken = 19
        /// From the host, last: a ``FinishedReport``, as JSON.
        case finished = 20
        /// From the host, last: a ``HostFailure``, as JSON.
        case failed = 21
        /// From the host, last: a ``CloneReport``, as JSON.
        case cloned = 22
        /// From the host, last: a ``RecordingReport``, as JSON.
        case inspected = 23
        /// From the host: it is still at work, and will say more later. No payload.
        case working = 24
    }

    /// What the payload is.
    public var kind: Kind
    /// The message itself.
    public var payload: [UInt8]

    /// The longest payload that either side takes, in bytes: the words and loudness of a day of speech.
    public static let payloadLimit = 32 << 20

    /// A frame of `kind` around `payload`.
    public init(_ kind: Kind, _ payload: [UInt8] = []) {
        self.kind = kind
        self.payload = payload
    }

    /// The frame as it goes over the wire.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(payload.count + 5)
        withUnsafeBytes(of: UInt32(payload.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(kind.rawValue)
        bytes.append(contentsOf: payload)
        return bytes
    }
}
