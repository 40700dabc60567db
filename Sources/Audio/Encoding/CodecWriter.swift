import CFFmpeg
import Speech

/// Writes a file by one of FFmpeg's encoders and muxers.
final class CodecWriter: SampleWriter {
    let sampleFormat: AVSampleFormat

    private let encoding: AudioEncoding
    private let scale: Float
    private let output: OutputStream
    private var codec: UnsafeMutablePointer<AVCodecContext>?
    private var muxer: UnsafeMutablePointer<AVFormatContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?
    private var packet: UnsafeMutablePointer<AVPacket>?
    /// The last packet, which is written when it is known whether another follows: the last of all tells what to leave out at the end.
    private var held: UnsafeMutablePointer<AVPacket>?
    private var packetCount = 0

    /// Samples of a whole frame, which is all that most encoders take before the end.
    private var frameSize = 0
    /// Samples in the frame that is being filled.
    private var filled = 0
    /// Samples handed to the encoder.
    private var sent = 0

    /// A writer of a format into a receiver.
    ///
    /// - Throws: ``FFmpegFailure``, or ``AudioEncodingError/encoderMissing(_:)``.
    init(encoding: AudioEncoding, sink: @escaping (EncodedBytes) throws -> Void) throws {
        let recipe = CodecRecipe(encoding)
        self.encoding = encoding
        self.sampleFormat = recipe.sampleFormat
        self.scale = recipe.scale
        self.output = try OutputStream(sink: sink)
        try openMuxer(recipe)
        try openCodec(recipe)
        try openStream()
        try allocateFrame()
    }

    deinit {
        av_packet_free(&packet)
        av_packet_free(&held)
        av_frame_free(&frame)
        avcodec_free_context(&codec)
        // The output's context belongs to the output.
        muxer?.pointee.pb = nil
        avformat_free_context(muxer)
    }

    func write(_ samples: UnsafeRawPointer, count: Int) throws {
        var done = 0
        while done < count {
            if filled == 0 { try check(av_frame_make_writable(frame), "preparing a frame") }
            let part = min(count - done, frameSize - filled)
            try fill(from: samples, skipping: done, count: part)
            filled += part
            done += part
            if filled == frameSize { try sendFrame() }
        }
    }

    func finish() throws {
        if filled == 0, sent == 0, encoding.format == .mp3 || encoding.format == .opus {
            // Their files cannot be without audio: no packet, no file.
            try withUnsafeTemporaryAllocation(of: Float.self, capacity: 1) { sample in
                sample.initialize(repeating: 0)
                if let start = sample.baseAddress { try write(start, count: 1) }
            }
        }
        if filled > 0 { try sendFrame() }
        try check(avcodec_send_frame(codec, nil), "ending the audio")
        try receivePackets()
        if encoding.format == .mp3 { try tellPadding() }
        try writeHeld()
        try check(av_write_trailer(muxer), "completing the file")
    }

    private func fill(from samples: UnsafeRawPointer, skipping done: Int, count: Int) throws {
        guard let plane = frame?.pointee.data.0 else { throw FFmpegFailure.outOfMemory("preparing a frame") }
        let size = Int(av_get_bytes_per_sample(sampleFormat))
        let target = UnsafeMutableRawPointer(plane + filled * size)
        guard scale != 1 else { return target.copyMemory(from: samples + done * size, byteCount: count * size) }
        // Only encoders that take floating-point samples have a scale.
        let source = samples.assumingMemoryBound(to: Float.self) + done
        let scaled = target.assumingMemoryBound(to: Float.self)
        for index in 0..<count {
            scaled[index] = source[index] * scale
        }
    }

    private func sendFrame() throws {
        guard let frame else { return }
        frame.pointee.nb_samples = Int32(filled)
        frame.pointee.pts = Int64(sent)
        sent += filled
        filled = 0
        try check(avcodec_send_frame(codec, frame), "encoding")
        try receivePackets()
    }

    private func receivePackets() throws {
        guard let codec, let stream = muxer?.pointee.streams[0] else { return }
        while true {
            let result = avcodec_receive_packet(codec, packet)
            if result == CFFmpeg_again() || result == CFFmpeg_end() { return }
            try check(result, "encoding")
            try writeHeld()
            av_packet_rescale_ts(packet, codec.pointee.time_base, stream.pointee.time_base)
            av_packet_move_ref(held, packet)
            packetCount += 1
        }
    }

    private func writeHeld() throws {
        guard let held, held.pointee.data != nil || held.pointee.side_data_elems > 0 else { return }
        held.pointee.stream_index = 0
        try check(av_write_frame(muxer, held), "writing the file")
        av_packet_unref(held)
        try checkLength()
    }

    /// Puts into the last packet how many samples of the whole file are to be left out at its end.
    ///
    /// FFmpeg's wrapper of LAME counts only those of the last packet, and LAME may end with a whole packet of padding.
    private func tellPadding() throws {
        guard let held, let codec, held.pointee.data != nil else { return }
        let padding = packetCount * frameSize - Int(codec.pointee.initial_padding) - sent
        var size = 0
        var sideData = av_packet_get_side_data(held, AV_PKT_DATA_SKIP_SAMPLES, &size)
        if sideData == nil || size < 10 {
            sideData = av_packet_new_side_data(held, AV_PKT_DATA_SKIP_SAMPLES, 10)
            sideData?.initialize(repeating: 0, count: 10)
        }
        guard let sideData else { throw FFmpegFailure.outOfMemory("completing the file") }
        UnsafeMutableRawPointer(sideData).storeBytes(of: UInt32(max(0, padding)).littleEndian, toByteOffset: 4, as: UInt32.self)
    }

    /// RIFF counts its bytes in 32 bits, and FFmpeg would go on in silence.
    private func checkLength() throws {
        if encoding.format == .wav, sent > (Int(UInt32.max) - 1024) / 2 { throw AudioEncodingError.tooLong(.wav) }
    }

    /// What the receiver threw comes before what FFmpeg makes of it.
    private func check(_ result: Int32, _ operation: @autoclosure () -> String) throws {
        if let failure = output.failure { throw failure }
        try FFmpeg.check(result, operation())
    }
}

extension CodecWriter {
    private func openMuxer(_ recipe: CodecRecipe) throws {
        try check(avformat_alloc_output_context2(&muxer, nil, recipe.muxer, nil), "opening the muxer")
        guard let muxer else { throw FFmpegFailure.outOfMemory("opening the muxer") }
        muxer.pointee.pb = output.context
        // Bit-exact: no version, no date, no random serial number.
        muxer.pointee.flags |= AVFMT_FLAG_BITEXACT | AVFMT_FLAG_CUSTOM_IO
        // Pieces have the size of the output's buffer, not that of a packet.
        muxer.pointee.flush_packets = 0
        for (name, value) in recipe.muxerOptions {
            try check(av_opt_set(muxer, name, value, AV_OPT_SEARCH_CHILDREN), "setting the muxer's \(name)")
        }
    }

    private func openCodec(_ recipe: CodecRecipe) throws {
        guard let encoder = avcodec_find_encoder_by_name(recipe.codec) else { throw AudioEncodingError.encoderMissing(recipe.codec) }
        codec = avcodec_alloc_context3(encoder)
        guard let codec, let muxer else { throw FFmpegFailure.outOfMemory("opening the encoder") }
        codec.pointee.sample_rate = Int32(encoding.sampleRate)
        codec.pointee.sample_fmt = recipe.sampleFormat
        codec.pointee.bit_rate = Int64(encoding.bitRate ?? 0)
        codec.pointee.time_base = AVRational(num: 1, den: Int32(encoding.sampleRate))
        codec.pointee.thread_count = 1
        codec.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        if muxer.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0 { codec.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
        if let level = recipe.compressionLevel { codec.pointee.compression_level = level }
        av_channel_layout_default(&codec.pointee.ch_layout, 1)
        for (name, value) in recipe.codecOptions {
            try check(av_opt_set(codec, name, value, AV_OPT_SEARCH_CHILDREN), "setting the encoder's \(name)")
        }
        try check(avcodec_open2(codec, encoder, nil), "opening the encoder")
    }

    private func openStream() throws {
        guard let stream = avformat_new_stream(muxer, nil), let codec else { throw FFmpegFailure.outOfMemory("opening the stream") }
        stream.pointee.time_base = codec.pointee.time_base
        try check(avcodec_parameters_from_context(stream.pointee.codecpar, codec), "describing the stream")
        try check(avformat_write_header(muxer, nil), "writing the header")
    }

    private func allocateFrame() throws {
        packet = av_packet_alloc()
        held = av_packet_alloc()
        frame = av_frame_alloc()
        guard let frame, let codec, packet != nil, held != nil else { throw FFmpegFailure.outOfMemory("allocating a frame") }
        // An encoder without a frame size of its own takes any number.
        frameSize = codec.pointee.frame_size > 0 ? Int(codec.pointee.frame_size) : 4096
        frame.pointee.nb_samples = Int32(frameSize)
        frame.pointee.format = sampleFormat.rawValue
        frame.pointee.sample_rate = Int32(encoding.sampleRate)
        av_channel_layout_default(&frame.pointee.ch_layout, 1)
        try check(av_frame_get_buffer(frame, 0), "allocating a frame")
    }
}
