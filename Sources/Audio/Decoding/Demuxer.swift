import CFFmpeg

/// Takes a file apart into the packets of its first audio stream.
///
/// Only the containers of ``AudioContainer`` and the codecs of ``codecs`` are opened, and nothing but the source's own bytes is read: what
/// a file refers to (other files, addresses) is refused.
final class Demuxer {
    /// The names of FFmpeg's decoders that may run.
    static let codecs: Set<String> = [
        "mp3", "mp3float", "opus", "libopus", "vorbis", "flac", "aac", "alac",
        "pcm_u8", "pcm_s8", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be",
        "pcm_f32le", "pcm_f32be", "pcm_f64le", "pcm_f64be", "pcm_alaw", "pcm_mulaw",
    ]
    /// The sample rates that files may have, in Hz.
    static let sampleRates = 4000...384_000
    /// The numbers of channels that files may have.
    static let channelCounts = 1...8
    /// Packets that may follow on each other without a sample in them: a small file can claim any number.
    static let maximumSilentPackets = 10_000

    /// Seconds that a sum of lengths may be off by rounding.
    static let durationTolerance = 1e-6

    /// The kind of file.
    let container: AudioContainer
    /// The length of the file, in bytes.
    let byteCount: Int
    /// The decoder for the stream.
    let decoder: UnsafePointer<AVCodec>
    /// The stream.
    let stream: UnsafeMutablePointer<AVStream>

    /// Whether the file ends before its own parts do. Not every file tells.
    let isCutOff: Bool

    private let waveDuration: Double?
    private let input: InputStream
    private var context: UnsafeMutablePointer<AVFormatContext>?
    private var packet: UnsafeMutablePointer<AVPacket>?

    /// The demuxer for a file.
    ///
    /// - Throws: ``AudioDecodingError``, or what the source throws.
    init(_ source: ByteSource) throws {
        FFmpeg.prepare()
        let input = try InputStream(source)
        let matroska = MatroskaHeader(source)
        let context = try Self.open(input, start: source.start(AudioContainer.signatureLength), documentType: matroska.documentType)
        do {
            try Self.readHeader(of: context)
            guard let demuxer = context.pointee.iformat,
                let container = AudioContainer(demuxers: String(cString: demuxer.pointee.name), documentType: matroska.documentType)
            else { throw AudioDecodingError.unknownFormat }
            self.stream = try Self.audioStream(of: context)
            self.decoder = try Self.decoder(for: stream)
            self.container = container
            waveDuration = container == .wav ? WAVHeader(source).duration : nil
            isCutOff = container == .ogg ? OggEnd(source).isCutOff : matroska.claimedByteCount.map { $0 > source.byteCount } ?? false
        } catch {
            var opened: UnsafeMutablePointer<AVFormatContext>? = context
            avformat_close_input(&opened)
            throw input.failure ?? error
        }
        self.byteCount = source.byteCount
        self.input = input
        self.context = context
        self.packet = av_packet_alloc()
    }

    deinit {
        av_packet_free(&packet)
        // With AVFMT_FLAG_CUSTOM_IO it leaves the input's context to the input.
        avformat_close_input(&context)
    }

    /// How long the audio is by the file's own headers, in seconds; nil where they don't tell, and it could only be guessed by the file's size.
    var claimedDuration: Double? {
        if container == .wav { return waveDuration }
        // No header of Ogg's tells it; FFmpeg takes the time of the last page that is there.
        if container == .ogg { return nil }
        guard let context, context.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE else { return nil }
        if stream.pointee.duration > 0 {
            return Double(stream.pointee.duration) * Double(stream.pointee.time_base.num) / Double(stream.pointee.time_base.den)
        }
        // Matroska tells the length of its longest stream alone; of a whole film the sound may end before the pictures.
        guard context.pointee.duration > 0, context.pointee.nb_streams == 1 || isCutOff else { return nil }
        return Double(context.pointee.duration) / Double(AV_TIME_BASE)
    }

    /// The next packet of the audio stream, valid until the next call; nil at the end.
    ///
    /// - Throws: what the source throws.
    func next() throws -> UnsafeMutablePointer<AVPacket>? {
        guard let packet else { throw AudioDecodingError.failed(.outOfMemory("reading the file")) }
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(context, packet)
            if let failure = input.failure { throw failure }
            // A file that breaks off is read as far as it goes.
            guard result >= 0 else { return nil }
            if packet.pointee.stream_index == stream.pointee.index { return packet }
        }
    }
}

extension Demuxer {
    /// Finds out the kind of file.
    ///
    /// - Parameters:
    ///   - start: The file's first bytes, which tell a broken file from one that is none of its kind.
    ///   - documentType: What a Matroska file calls itself.
    private static func open(_ input: InputStream, start: [UInt8], documentType: String?) throws -> UnsafeMutablePointer<AVFormatContext> {
        var context = avformat_alloc_context()
        guard let allocated = context else { throw AudioDecodingError.failed(.outOfMemory("opening the file")) }
        allocated.pointee.pb = input.context
        allocated.pointee.flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT
        allocated.pointee.max_streams = 16
        allocated.pointee.format_whitelist = av_strdup(AudioContainer.allCases.map(\.demuxer).joined(separator: ","))
        allocated.pointee.codec_whitelist = av_strdup(codecs.sorted().joined(separator: ","))
        allocated.pointee.protocol_whitelist = av_strdup("none")
        allocated.pointee.io_open = { _, _, _, _, _ in CFFmpeg_notPermitted() }
        let result = avformat_open_input(&context, nil, nil, nil)
        if let failure = input.failure {
            avformat_close_input(&context)
            throw failure
        }
        guard result >= 0, let opened = context else {
            guard result != CFFmpeg_outOfMemory() else { throw AudioDecodingError.failed(FFmpegFailure("opening the file", code: result)) }
            throw AudioContainer(signature: start, documentType: documentType).map(AudioDecodingError.damagedHeader) ?? .unknownFormat
        }
        return opened
    }

    /// Finds out what the streams are; pictures and the like are left alone.
    private static func readHeader(of context: UnsafeMutablePointer<AVFormatContext>) throws {
        for stream in streams(of: context) where stream.pointee.codecpar.pointee.codec_type != AVMEDIA_TYPE_AUDIO {
            stream.pointee.discard = AVDISCARD_ALL
        }
        guard avformat_find_stream_info(context, nil) >= 0 else { throw AudioDecodingError.damaged }
    }

    private static func audioStream(of context: UnsafeMutablePointer<AVFormatContext>) throws -> UnsafeMutablePointer<AVStream> {
        let index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
        guard index >= 0, let chosen = context.pointee.streams[Int(index)] else {
            throw streams(of: context).contains(where: isVideo) ? AudioDecodingError.silentVideo : .noAudio
        }
        for other in streams(of: context) where other != chosen { other.pointee.discard = AVDISCARD_ALL }
        return chosen
    }

    private static func streams(of context: UnsafeMutablePointer<AVFormatContext>) -> [UnsafeMutablePointer<AVStream>] {
        (0..<Int(context.pointee.nb_streams)).compactMap { context.pointee.streams[$0] }
    }

    /// Whether a stream is a film, and not the picture on a cover.
    private static func isVideo(_ stream: UnsafeMutablePointer<AVStream>) -> Bool {
        stream.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO && stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
    }

    private static func decoder(for stream: UnsafeMutablePointer<AVStream>) throws -> UnsafePointer<AVCodec> {
        let parameters = stream.pointee.codecpar.pointee
        guard let decoder = avcodec_find_decoder(parameters.codec_id), codecs.contains(String(cString: decoder.pointee.name)) else {
            let isKnown = parameters.codec_id != AV_CODEC_ID_NONE
            throw AudioDecodingError.unsupportedCodec(isKnown ? String(cString: avcodec_get_name(parameters.codec_id)) : "of an unknown kind")
        }
        let sampleRate = Int(parameters.sample_rate)
        let channels = Int(parameters.ch_layout.nb_channels)
        // Neither is known where the header is whole and no packet follows.
        guard sampleRate > 0, channels > 0 else { throw AudioDecodingError.damaged }
        guard sampleRates.contains(sampleRate), channelCounts.contains(channels) else {
            throw AudioDecodingError.unsupportedLayout(sampleRate: sampleRate, channels: channels)
        }
        return decoder
    }
}
