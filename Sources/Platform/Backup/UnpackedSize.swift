import Synchronization

/// How large an archive is once it is unpacked, as far as its entries have been looked at; they are looked at in callbacks.
final class UnpackedSize: Sendable {
    private let bytes = Mutex(0)

    /// Adds an entry's size in bytes; answers the size so far, or the largest number where it would be beyond that.
    func add(_ size: Int) -> Int {
        bytes.withLock { bytes in
            let (next, isBeyond) = bytes.addingReportingOverflow(size)
            bytes = isBeyond ? .max : next
            return bytes
        }
    }
}
