import EnginePool
import EngineProtocol
import Speech

/// Has a host measure who speaks in a recording.
public struct Cloner: Sendable {
    private let pool: EnginePool

    /// How much of a recording is sent at a time, in bytes.
    private static let chunk = 1 << 20

    /// A cloner whose recordings are measured by one of the hosts of `pool` each.
    public init(pool: EnginePool) {
        self.pool = pool
    }

    /// The profile of the person who speaks in a recording.
    ///
    /// - Parameters:
    ///   - recording: The file's bytes, at most ``CloneRequest/sizeLimit``.
    ///   - reducesNoise: Whether steady noise is taken out of what is measured.
    /// - Throws: ``NarrationError`` when the recording can't be used, ``EnginesUnavailable``, `CancellationError`.
    public func clone(_ recording: [UInt8], reducesNoise: Bool = false) async throws -> CloneReport {
        guard recording.count <= CloneRequest.sizeLimit else {
            throw NarrationError("The recording is too large: send at most \(CloneRequest.sizeLimit >> 20) MB.")
        }
        do {
            return try await pool.perform { channel in
                try channel.write(Frame(.request, message: HostRequest.clone(CloneRequest(reducesNoise: reducesNoise))))
                var rest = recording[...]
                while let frame = try channel.read() {
                    switch frame.kind {
                    case .cloned: return try frame.message(CloneReport.self)
                    case .failed: throw try frame.message(HostFailure.self)
                    case .working: continue
                    case .more:
                        try channel.write(Frame(.recording, Array(rest.prefix(Self.chunk))))
                        rest = rest.dropFirst(Self.chunk)
                    default: throw FrameError.unexpected(frame.kind)
                    }
                }
                throw FrameError.closed
            }
        } catch let failure as HostFailure {
            throw NarrationError(failure.message)
        } catch let error as EnginePoolError {
            if case .hostDidNotStart = error { throw EnginesUnavailable(error.message) }
            throw NarrationError(error.message)
        }
    }
}
