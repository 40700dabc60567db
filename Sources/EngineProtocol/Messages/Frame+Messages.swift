import Foundation

extension Frame {
    /// A frame with `message` as JSON.
    public init(_ kind: Kind, message: some Encodable) throws {
        self.init(kind, Array(try JSONEncoder().encode(message)))
    }

    /// The message that the payload holds as JSON.
    ///
    /// - Throws: ``FrameError/malformed(_:)``.
    public func message<Message: Decodable>(_ type: Message.Type = Message.self) throws(FrameError) -> Message {
        do {
            return try JSONDecoder().decode(type, from: Data(payload))
        } catch {
            throw .malformed(kind)
        }
    }

    /// A piece of a file and its place.
    public static func encoded(_ bytes: [UInt8], at offset: Int) -> Frame {
        var payload: [UInt8] = []
        payload.reserveCapacity(bytes.count + 8)
        Swift.withUnsafeBytes(of: UInt64(offset).littleEndian) { payload.append(contentsOf: $0) }
        payload.append(contentsOf: bytes)
        return Frame(.encoded, payload)
    }

    /// The place and the bytes of a piece of a file.
    ///
    /// - Throws: ``FrameError/malformed(_:)``.
    public func piece() throws(FrameError) -> (offset: Int, bytes: ArraySlice<UInt8>) {
        guard payload.count >= 8 else { throw .malformed(kind) }
        let offset = (0..<8).reduce(UInt64(0)) { $0 | UInt64(payload[$1]) << (8 * UInt64($1)) }
        guard let offset = Int(exactly: offset) else { throw .malformed(kind) }
        return (offset, payload[8...])
    }
}
