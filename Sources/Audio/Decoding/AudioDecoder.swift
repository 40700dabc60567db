import CFFmpeg

/// Decodes an audio file to one channel at a chosen sample rate, a piece at a time.
///
/// What an encoder added at the ends (the delay of MP3, Opus and AAC) is left out, so that the length is that of the original. Channels
/// are mixed so that none can make the sum clip. Packets that are damaged are passed over, as long as others are not.
public final class AudioDecoder {
    /// Samples a second of what comes out.
    public let sampleRate: Int
    /// The kind of file.
    public var container: AudioContainer { demuxer.container }
    /// Samples that came out so far.
    public private(set) var sampleCount = 0

    private let maximumDuration: Double
    private let demuxer: Demuxer
    private var codec: UnsafeMutablePointer<AVCodecContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?
    private var planes: [UnsafePointer<UInt8>?] = []

    /// The resampler for the audio as it is at this place of the file: a file may change its rate or its channels.
    private var resampler: (layout: Resampler.Layout, resampler: Resampler)?
    /// Seconds decoded so far.
    private var duration = 0.0
    /// Samples at the start that are still to be left out.
    private var samplesToSkip = 0
    private var damagedPackets = 0
    private var silentPackets = 0
    private var isUsed = false

    /// A decoder for a file.
    ///
    /// - Parameters:
    ///   - source: the file's bytes.
    ///   - sampleRate: samples a second of what comes out, 4000 to 192 000.
    ///   - maximumDuration: seconds of audio after which it gives up.
    /// - Throws: ``AudioDecodingError``, or what the source throws.
    public init(_ source: ByteSource, sampleRate: Int, maximumDuration: Double) throws {
        guard (4000...192_000).contains(sampleRate) else { throw AudioDecodingError.unsupportedOutputSampleRate(sampleRate) }
        self.sampleRate = sampleRate
        self.maximumDuration = maximumDuration
        do {
            demuxer = try Demuxer(source)
            try open()
        } catch let failure as FFmpegFailure {
            throw AudioDecodingError.failed(failure)
        }
    }

    deinit {
        av_frame_free(&frame)
        avcodec_free_context(&codec)
    }

    /// Samples a second of what is in the file.
    public var sourceSampleRate: Int { Int(demuxer.stream.pointee.codecpar.pointee.sample_rate) }
    /// The number of channels in the file.
    public var sourceChannels: Int { Int(demuxer.stream.pointee.codecpar.pointee.ch_layout.nb_channels) }
    /// Whether the file holds plain samples of 8 bits, between which and the next there is more noise than in any other kind.
    public var hasCoarseSamples: Bool { [AV_CODEC_ID_PCM_U8, AV_CODEC_ID_PCM_S8].contains(demuxer.stream.pointee.codecpar.pointee.codec_id) }
    /// How long the audio is by the file's own headers, in seconds; nil where they don't tell.
    public var claimedDuration: Double? { demuxer.claimedDuration }
    /// Whether the file ends before its own parts do. Not every file tells.
    public var isCutOff: Bool { demuxer.isCutOff }

    /// Decodes the file, once.
    ///
    /// - Parameter body: gets the samples as they come, -1 to 1 (a lossy format may exceed it a little); they are valid during the call.
    ///   What it throws ends the decoding.
    /// - Throws: ``AudioDecodingError``, or what the source or `body` throws.
    public func decode(_ body: (UnsafeBufferPointer<Float>) throws -> Void) throws {
        guard !isUsed else { throw AudioDecodingError.alreadyDecoded }
        isUsed = true
        do {
            while let packet = try demuxer.next() { try decode(packet, body) }
            try decode(nil, body)
            try finishResampler(body)
        } catch let failure as FFmpegFailure {
            throw AudioDecodingError.failed(failure)
        }
        guard sampleCount > 0 || damagedPackets == 0 else { throw AudioDecodingError.damaged }
    }

    /// All samples of a file: for recordings, whose length is bounded.
    ///
    /// - Parameters:
    ///   - source: the file's bytes.
    ///   - sampleRate: samples a second of what comes out, 4000 to 192 000.
    ///   - maximumDuration: seconds of audio after which it gives up.
    /// - Throws: ``AudioDecodingError``, or what the source throws.
    public static func samples(of source: ByteSource, sampleRate: Int, maximumDuration: Double) throws -> [Float] {
        var samples: [Float] = []
        try AudioDecoder(source, sampleRate: sampleRate, maximumDuration: maximumDuration).decode { samples.append(contentsOf: $0) }
        return samples
    }
}

extension AudioDecoder {
    private func open() throws {
        frame = av_frame_alloc()
        codec = avcodec_alloc_context3(demuxer.decoder)
        guard let codec, frame != nil else { throw FFmpegFailure.outOfMemory("opening the decoder") }
        try FFmpeg.check(avcodec_parameters_to_context(codec, demuxer.stream.pointee.codecpar), "opening the decoder")
        codec.pointee.pkt_timebase = demuxer.stream.pointee.time_base
        codec.pointee.codec_whitelist = av_strdup(Demuxer.codecs.sorted().joined(separator: ","))
        codec.pointee.thread_count = 1
        codec.pointee.flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL
        let result = avcodec_open2(codec, demuxer.decoder, nil)
        guard result != CFFmpeg_outOfMemory() else { throw FFmpegFailure("opening the decoder", code: result) }
        // The decoder is there and allowed: what it does not like is what the file's header says.
        guard result >= 0 else { throw AudioDecodingError.damaged }
    }

    /// Decodes a packet, or, with nil, what the decoder still holds.
    private func decode(_ packet: UnsafeMutablePointer<AVPacket>?, _ body: (UnsafeBufferPointer<Float>) throws -> Void) throws {
        let before = duration
        let result = avcodec_send_packet(codec, packet)
        guard result != CFFmpeg_outOfMemory() else { throw FFmpegFailure("decoding", code: result) }
        if result < 0, packet != nil { damagedPackets += 1 }
        while true {
            let result = avcodec_receive_frame(codec, frame)
            if result == CFFmpeg_again() || result == CFFmpeg_end() { break }
            guard result != CFFmpeg_outOfMemory() else { throw FFmpegFailure("decoding", code: result) }
            guard result >= 0 else {
                damagedPackets += 1
                break
            }
            try resampleFrame(body)
        }
        silentPackets = duration > before ? 0 : silentPackets + 1
        guard silentPackets < Demuxer.maximumSilentPackets else { throw AudioDecodingError.damaged }
    }

    private func resampleFrame(_ body: (UnsafeBufferPointer<Float>) throws -> Void) throws {
        guard let frame else { return }
        defer { av_frame_unref(frame) }
        let samples = trim(frame)
        guard !samples.isEmpty else { return }
        let layout = try layout(of: frame)
        duration += Double(samples.count) / Double(layout.sampleRate)
        guard duration <= maximumDuration + Demuxer.durationTolerance else { throw AudioDecodingError.tooLong(limit: maximumDuration) }
        let resampler = try resampler(for: layout, body)
        let isPlanar = av_sample_fmt_is_planar(layout.sampleFormat) != 0
        let stride = Int(av_get_bytes_per_sample(layout.sampleFormat)) * (isPlanar ? 1 : layout.channels)
        planes.removeAll(keepingCapacity: true)
        for channel in 0..<(isPlanar ? layout.channels : 1) {
            planes.append(frame.pointee.extended_data[channel].map { UnsafePointer($0 + samples.lowerBound * stride) })
        }
        try planes.withUnsafeMutableBufferPointer { planes in
            guard let first = planes.baseAddress else { return }
            try resampler.resample(first, count: samples.count) { try emit($0, $1, body) }
        }
    }

    /// The samples of a frame that belong to the audio.
    ///
    /// FFmpeg would leave out the others by itself, but not where a single frame is to lose samples at both ends, as in very short files.
    private func trim(_ frame: UnsafeMutablePointer<AVFrame>) -> Range<Int> {
        let count = max(0, Int(frame.pointee.nb_samples))
        var atEnd = 0
        if let sideData = av_frame_get_side_data(frame, AV_FRAME_DATA_SKIP_SAMPLES) {
            let trimming = SampleTrimming(sideData.pointee.data, size: sideData.pointee.size)
            samplesToSkip += trimming.atStart
            atEnd = trimming.atEnd
        }
        let start = min(samplesToSkip, count)
        samplesToSkip -= start
        guard frame.pointee.flags & AV_FRAME_FLAG_DISCARD == 0 else { return 0..<0 }
        return start..<max(start, count - atEnd)
    }

    private func layout(of frame: UnsafeMutablePointer<AVFrame>) throws -> Resampler.Layout {
        let sampleRate = Int(frame.pointee.sample_rate)
        let channels = Int(frame.pointee.ch_layout.nb_channels)
        guard Demuxer.sampleRates.contains(sampleRate), Demuxer.channelCounts.contains(channels) else {
            throw AudioDecodingError.unsupportedLayout(sampleRate: sampleRate, channels: channels)
        }
        let isNamed = frame.pointee.ch_layout.order == AV_CHANNEL_ORDER_NATIVE
        return Resampler.Layout(
            sampleRate: sampleRate, channels: channels, channelMask: isNamed ? frame.pointee.ch_layout.u.mask : 0,
            sampleFormat: AVSampleFormat(frame.pointee.format))
    }

    private func resampler(
        for layout: Resampler.Layout, _ body: (UnsafeBufferPointer<Float>) throws -> Void
    ) throws -> Resampler {
        if let resampler, resampler.layout == layout { return resampler.resampler }
        try finishResampler(body)
        let fresh = try Resampler(from: layout, toMonoAt: sampleRate, as: AV_SAMPLE_FMT_FLT)
        resampler = (layout, fresh)
        return fresh
    }

    private func finishResampler(_ body: (UnsafeBufferPointer<Float>) throws -> Void) throws {
        try resampler?.resampler.finish { try emit($0, $1, body) }
        resampler = nil
    }

    private func emit(_ samples: UnsafeRawPointer, _ count: Int, _ body: (UnsafeBufferPointer<Float>) throws -> Void) throws {
        sampleCount += count
        try body(UnsafeBufferPointer(start: samples.assumingMemoryBound(to: Float.self), count: count))
    }
}
