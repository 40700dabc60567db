import CFFmpeg

/// Brings finished samples to another sample rate.
public enum SampleRateConversion {
    /// `samples` (one channel) at another rate, as long as before.
    ///
    /// - Throws: ``FFmpegFailure``.
    public static func convert(_ samples: [Int16], from inputRate: Int, to outputRate: Int) throws -> [Int16] {
        guard inputRate != outputRate, !samples.isEmpty else { return samples }
        let resampler = try Resampler(from: .mono(inputRate, AV_SAMPLE_FMT_S16), toMonoAt: outputRate, as: AV_SAMPLE_FMT_S16)
        var converted: [Int16] = []
        converted.reserveCapacity(samples.count * outputRate / inputRate + 1)
        let keep: (UnsafeRawPointer, Int) -> Void = { start, count in
            converted.append(contentsOf: UnsafeBufferPointer(start: start.assumingMemoryBound(to: Int16.self), count: count))
        }
        try samples.withUnsafeBytes { bytes in
            var plane = bytes.bindMemory(to: UInt8.self).baseAddress
            try resampler.resample(&plane, count: samples.count, keep)
        }
        try resampler.finish(keep)
        return converted
    }
}
