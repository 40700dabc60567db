import CFFmpeg

@testable import Audio

/// What an audio file is, found out without decoding it.
struct AudioProbe {
    /// The kind of file.
    let container: AudioContainer
    /// How the audio in it is compressed, by FFmpeg's name: `mp3`, `opus`, `pcm_s16le` …
    let codec: String
    /// Samples a second.
    let sampleRate: Int
    /// Number of channels.
    let channels: Int
    /// Bits a second: of the stream where the file tells it, else on average over the file; nil for an empty one.
    let bitRate: Int?
    /// Seconds of audio: the sum over the packets, whatever the header claims, without what an encoder added at the ends.
    let duration: Double

    /// Probes a file.
    ///
    /// - Parameters:
    ///   - source: the file's bytes.
    ///   - maximumDuration: seconds after which it gives up.
    /// - Throws: ``AudioDecodingError``, or what the source throws.
    init(_ source: ByteSource, maximumDuration: Double) throws {
        do {
            let demuxer = try Demuxer(source)
            let parameters = demuxer.stream.pointee.codecpar.pointee
            container = demuxer.container
            codec = String(cString: avcodec_get_name(parameters.codec_id))
            sampleRate = Int(parameters.sample_rate)
            channels = Int(parameters.ch_layout.nb_channels)
            duration = try Self.duration(of: demuxer, maximumDuration: maximumDuration)
            if parameters.bit_rate > 0 {
                bitRate = Int(parameters.bit_rate)
            } else {
                bitRate = duration > 0 ? Int(exactly: (Double(source.byteCount) * 8 / duration).rounded()) : nil
            }
        } catch let failure as FFmpegFailure {
            throw AudioDecodingError.failed(failure)
        }
    }

    private static func duration(of demuxer: Demuxer, maximumDuration: Double) throws -> Double {
        let sampleRate = Double(demuxer.stream.pointee.codecpar.pointee.sample_rate)
        let timeBase = demuxer.stream.pointee.time_base
        var seconds = 0.0
        var silentPackets = 0
        while let packet = try demuxer.next() {
            guard packet.pointee.flags & AV_PKT_FLAG_DISCARD == 0 else { continue }
            let span = Double(max(0, packet.pointee.duration)) * Double(timeBase.num) / Double(timeBase.den)
            seconds += span - Double(trimmedSamples(packet, in: demuxer.container)) / sampleRate
            silentPackets = span > 0 ? 0 : silentPackets + 1
            guard silentPackets < Demuxer.maximumSilentPackets else { throw AudioDecodingError.damaged }
            guard seconds <= maximumDuration + Demuxer.durationTolerance else { throw AudioDecodingError.tooLong(limit: maximumDuration) }
        }
        return max(0, seconds)
    }

    private static func trimmedSamples(_ packet: UnsafeMutablePointer<AVPacket>, in container: AudioContainer) -> Int {
        var size = 0
        guard let data = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, &size) else { return 0 }
        let trimming = SampleTrimming(data, size: size)
        // FFmpeg's Ogg demuxer has taken the end off the packet's duration already.
        return trimming.atStart + (container == .ogg ? 0 : trimming.atEnd)
    }
}
