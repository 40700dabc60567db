/// The samples at both ends of a packet or frame that an encoder added, and that are to be left out.
struct SampleTrimming {
    /// Samples to leave out from here on; there may be more of them than the packet has.
    let atStart: Int
    /// Samples to leave out at the end of the packet.
    let atEnd: Int

    /// Reads FFmpeg's side data (`AV_PKT_DATA_SKIP_SAMPLES`): two 32-bit little-endian numbers, and more.
    init(_ data: UnsafePointer<UInt8>?, size: Int) {
        guard let data, size >= 8 else {
            atStart = 0
            atEnd = 0
            return
        }
        let bytes = UnsafeRawBufferPointer(start: data, count: size)
        atStart = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)))
        atEnd = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    }
}
