import CFFmpeg

/// What a muxer writes to: hands the bytes on with their offsets, for a muxer goes back to complete its header.
final class OutputStream {
    /// The stream as FFmpeg knows it; valid as long as this object.
    private(set) var context: UnsafeMutablePointer<AVIOContext>?
    /// What the receiver threw, which FFmpeg cannot pass on.
    private(set) var failure: (any Error)?
    /// The length of the file so far, in bytes.
    private(set) var byteCount = 0

    /// Bytes that are collected before they are handed on: about two seconds of MP3 at 128 kbit/s.
    private static let bufferSize = 32_768

    private var position = 0
    private let sink: (EncodedBytes) throws -> Void

    /// A stream into a receiver.
    ///
    /// - Throws: ``FFmpegFailure`` when memory is short.
    init(sink: @escaping (EncodedBytes) throws -> Void) throws {
        self.sink = sink
        guard let buffer = av_malloc(Self.bufferSize) else { throw FFmpegFailure.outOfMemory("opening the output") }
        context = avio_alloc_context(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(Self.bufferSize), 1, Unmanaged.passUnretained(self).toOpaque(), nil,
            { opaque, bytes, count in OutputStream.from(opaque)?.write(bytes, Int(count)) ?? CFFmpeg_ioError() },
            { opaque, offset, origin in OutputStream.from(opaque)?.seek(offset, origin) ?? Int64(CFFmpeg_ioError()) })
        guard context != nil else {
            av_free(buffer)
            throw FFmpegFailure.outOfMemory("opening the output")
        }
    }

    deinit {
        if let context { av_freep(&context.pointee.buffer) }
        avio_context_free(&context)
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> OutputStream? {
        opaque.map { Unmanaged<OutputStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func write(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        guard failure == nil, count >= 0 else { return CFFmpeg_ioError() }
        do {
            try sink(EncodedBytes(offset: position, bytes: Array(UnsafeBufferPointer(start: bytes, count: count))))
        } catch {
            failure = error
            return CFFmpeg_ioError()
        }
        position += count
        byteCount = max(byteCount, position)
        return Int32(count)
    }

    private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
        switch origin & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(byteCount)
        case SEEK_SET where offset >= 0: position = Int(offset)
        default: return Int64(CFFmpeg_invalidArgument())
        }
        return Int64(position)
    }
}
