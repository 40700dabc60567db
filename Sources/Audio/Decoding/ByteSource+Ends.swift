extension ByteSource {
    /// The first `count` bytes, or all where there are fewer, or as many as can be read.
    func start(_ count: Int) -> [UInt8] {
        bytes(in: 0..<min(count, byteCount))
    }

    /// The last `count` bytes, or all where there are fewer, or as many as can be read.
    func end(_ count: Int) -> [UInt8] {
        bytes(in: max(0, byteCount - count)..<byteCount)
    }

    private func bytes(in range: Range<Int>) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < bytes.count {
            let read = bytes.withUnsafeMutableBytes {
                try? self.read(range.lowerBound + filled, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            guard let read, read > 0 else { break }
            filled += read
        }
        return Array(bytes.prefix(filled))
    }
}
