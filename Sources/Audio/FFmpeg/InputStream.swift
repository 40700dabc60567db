import CFFmpeg

/// What a demuxer reads from: the bytes of a ``ByteSource``, and nothing else.
final class InputStream {
    /// The stream as FFmpeg knows it; valid as long as this object.
    private(set) var context: UnsafeMutablePointer<AVIOContext>?
    /// What the source threw, which FFmpeg cannot pass on.
    private(set) var failure: (any Error)?

    private static let bufferSize = 32_768

    private var position = 0
    private let source: ByteSource

    /// A stream over a source.
    ///
    /// - Throws: ``FFmpegFailure`` when memory is short.
    init(_ source: ByteSource) throws {
        self.source = source
        guard let buffer = av_malloc(Self.bufferSize) else { throw FFmpegFailure.outOfMemory("opening the input") }
        context = avio_alloc_context(
            buffer.assumingMemoryBound(to: UInt8.self), Int32(Self.bufferSize), 0, Unmanaged.passUnretained(self).toOpaque(),
            { opaque, bytes, count in InputStream.from(opaque)?.read(bytes, Int(count)) ?? CFFmpeg_ioError() }, nil,
            { opaque, offset, origin in InputStream.from(opaque)?.seek(offset, origin) ?? Int64(CFFmpeg_ioError()) })
        guard context != nil else {
            av_free(buffer)
            throw FFmpegFailure.outOfMemory("opening the input")
        }
    }

    deinit {
        if let context { av_freep(&context.pointee.buffer) }
        avio_context_free(&context)
    }

    private static func from(_ opaque: UnsafeMutableRawPointer?) -> InputStream? {
        opaque.map { Unmanaged<InputStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int32 {
        guard failure == nil, count > 0 else { return CFFmpeg_ioError() }
        let wanted = min(count, source.byteCount - position)
        guard wanted > 0 else { return CFFmpeg_end() }
        do {
            let got = try source.read(position, UnsafeMutableRawBufferPointer(start: bytes, count: wanted))
            guard got > 0 else { return CFFmpeg_end() }
            position += min(got, wanted)
            return Int32(min(got, wanted))
        } catch {
            failure = error
            return CFFmpeg_ioError()
        }
    }

    private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
        switch origin & ~AVSEEK_FORCE {
        case AVSEEK_SIZE: return Int64(source.byteCount)
        case SEEK_SET where offset >= 0: position = Int(offset)
        default: return Int64(CFFmpeg_invalidArgument())
        }
        return Int64(position)
    }
}
