import CFFmpeg

/// Turns blocks of audio into one channel of another sample rate and sample format, by libswresample.
///
/// The output is aligned with the input, and as long: of `n` samples at rate `a` come `n * b / a` samples at rate `b`, rounded.
/// Floating-point samples become integers by rounding to the nearest, and saturate.
final class Resampler {
    /// What a block of audio looks like.
    struct Layout: Equatable {
        /// Samples a second.
        var sampleRate: Int
        /// Number of channels, from 1.
        var channels: Int
        /// Which channels they are (FFmpeg's mask), or 0 for the usual ones of that number.
        var channelMask: UInt64
        /// The kind of number a sample is, and whether channels are interleaved.
        var sampleFormat: AVSampleFormat

        /// One channel.
        static func mono(_ sampleRate: Int, _ sampleFormat: AVSampleFormat) -> Layout {
            Layout(sampleRate: sampleRate, channels: 1, channelMask: 0, sampleFormat: sampleFormat)
        }
    }

    /// Samples taken in so far, per channel.
    private(set) var inputCount = 0
    /// Samples given out so far.
    private(set) var outputCount = 0

    private let input: Layout
    private let outputSampleRate: Int
    private let bytesPerSample: Int
    private var handle: OpaquePointer?
    private var output: UnsafeMutableRawBufferPointer

    /// A resampler between two layouts, the second of which has one channel.
    ///
    /// - Throws: ``FFmpegFailure`` when libswresample cannot do it.
    init(from input: Layout, toMonoAt outputSampleRate: Int, as outputFormat: AVSampleFormat) throws {
        self.input = input
        self.outputSampleRate = outputSampleRate
        self.bytesPerSample = Int(av_get_bytes_per_sample(outputFormat))
        self.output = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        try open(as: outputFormat)
    }

    deinit {
        swr_free(&handle)
        output.deallocate()
    }

    private func open(as outputFormat: AVSampleFormat) throws {
        var mono = AVChannelLayout()
        av_channel_layout_default(&mono, 1)
        var source = AVChannelLayout()
        if input.channels <= 2 || input.channelMask == 0 || av_channel_layout_from_mask(&source, input.channelMask) < 0 {
            av_channel_layout_default(&source, Int32(input.channels))
        }
        try FFmpeg.check(
            swr_alloc_set_opts2(
                &handle, &mono, outputFormat, Int32(outputSampleRate), &source, input.sampleFormat, Int32(input.sampleRate), 0, nil),
            "setting up the resampler")
        // Without it two equal channels at full scale would add up to +3 dB.
        av_opt_set_double(UnsafeMutableRawPointer(handle), "rematrix_maxval", 1, 0)
        try FFmpeg.check(swr_init(handle), "starting the resampler")
    }

    /// Resamples a block, and hands out the samples that are ready: they trail the input by the length of the filter.
    ///
    /// - Parameters:
    ///   - planes: a pointer for each channel, or one where they are interleaved.
    ///   - count: samples per channel.
    ///   - body: gets the samples, valid during the call, and their number.
    func resample(
        _ planes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, count: Int, _ body: (UnsafeRawPointer, Int) throws -> Void
    ) throws {
        guard count > 0 else { return }
        let capacity = try FFmpeg.check(swr_get_out_samples(handle, Int32(count)), "measuring the resampler's output")
        reserve(Int(capacity))
        inputCount += count
        try emit(convert(planes, count: Int32(count)), body)
    }

    /// Hands out what the filter still holds, so that the output is exactly as long as the input.
    func finish(_ body: (UnsafeRawPointer, Int) throws -> Void) throws {
        let total = (inputCount * outputSampleRate + input.sampleRate / 2) / input.sampleRate
        reserve(1024)
        while outputCount < total {
            let ready = try convert(nil, count: 0)
            if ready == 0 {
                try pad(total - outputCount, body)
            } else {
                try emit(min(ready, total - outputCount), body)
            }
        }
    }

    private func convert(_ planes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int32) throws -> Int {
        var target = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        return Int(try FFmpeg.check(swr_convert(handle, &target, Int32(output.count / bytesPerSample), planes, count), "resampling"))
    }

    /// Emits zeros, of which there are a few at most: rounding can leave the filter a sample short.
    private func pad(_ count: Int, _ body: (UnsafeRawPointer, Int) throws -> Void) throws {
        let part = min(count, output.count / bytesPerSample)
        output.initializeMemory(as: UInt8.self, repeating: 0)
        try emit(part, body)
    }

    private func emit(_ count: Int, _ body: (UnsafeRawPointer, Int) throws -> Void) throws {
        guard count > 0, let start = output.baseAddress else { return }
        outputCount += count
        try body(UnsafeRawPointer(start), count)
    }

    private func reserve(_ samples: Int) {
        let size = (samples + 16) * bytesPerSample
        guard size > output.count else { return }
        output.deallocate()
        output = .allocate(byteCount: size, alignment: 64)
    }
}
