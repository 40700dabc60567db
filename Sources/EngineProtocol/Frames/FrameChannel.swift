#if canImport(Glibc)
import Glibc
#endif

/// Frames over a pair of pipes, read and written by one thread.
///
/// Calls block the thread until the frame is there, or until nothing has moved for `patience`. Descriptors may be non-blocking.
public final class FrameChannel {
    private let input: Int32
    private let output: Int32
    private let patience: Duration?
    private var parser = FrameParser()

    /// A channel that reads from `input` and writes to `output`, which stay the caller's to close.
    ///
    /// - Parameter patience: How long either may stand still; nil for ever.
    public init(input: Int32, output: Int32, patience: Duration?) {
        self.input = input
        self.output = output
        self.patience = patience
    }

    /// The next frame; nil when the other side has closed the pipe between two frames.
    ///
    /// - Throws: ``FrameError``.
    public func read() throws(FrameError) -> Frame? {
        while true {
            if let frame = try parser.next() { return frame }
            if try !fill() {
                if parser.isInMidFrame { throw .closed }
                return nil
            }
        }
    }

    /// Writes a frame whole.
    ///
    /// - Throws: ``FrameError``.
    public func write(_ frame: Frame) throws(FrameError) {
        guard frame.payload.count <= Frame.payloadLimit else { throw .tooLong(frame.payload.count) }
        let bytes = frame.bytes
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress! + sent, $0.count - sent) }
            if count >= 0 {
                sent += count
            } else {
                try recover(from: errno, on: output, for: POLLOUT)
            }
        }
    }

    private func fill() throws(FrameError) -> Bool {
        while true {
            let outcome: (count: Int, error: Int32) = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                let count = Glibc.read(input, buffer.baseAddress, buffer.count)
                if count > 0 { parser.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
                return (count, errno)
            }
            if outcome.count >= 0 { return outcome.count > 0 }
            try recover(from: outcome.error, on: input, for: POLLIN)
        }
    }

    /// Waits until a descriptor that was not ready is.
    private func recover(from error: Int32, on descriptor: Int32, for event: Int32) throws(FrameError) {
        switch error {
        case EINTR: return
        case EPIPE: throw .closed
        case EAGAIN:
            var descriptor = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let milliseconds = patience.map { Int32(clamping: $0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000) }
            if poll(&descriptor, 1, milliseconds ?? -1) == 0 { throw .timedOut }
        default: throw .system(error)
        }
    }
}
