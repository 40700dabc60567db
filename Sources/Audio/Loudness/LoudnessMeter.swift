import Speech

/// Measures the K-weighted energy of one channel of audio, of which `Loudness` makes a number.
///
/// The weighting is that of Recommendation ITU-R BS.1770-4, annex 1: a shelf for the head and a high-pass. The standard gives coefficients
/// for 48 kHz only; see ``KWeighting`` for other rates.
public struct LoudnessMeter {
    /// Samples a second.
    public let sampleRate: Int
    /// What was measured so far, in whole blocks of 100 ms.
    public private(set) var loudness = Loudness()

    private var weighting: KWeighting
    private var energy = 0.0
    private var peak: Float = 0
    private var samplesInBlock = 0
    private var blockSize = 0

    /// A meter for a rate.
    ///
    /// - Parameter sampleRate: samples a second, at least 4000: less is taken for 4000.
    public init(sampleRate: Int) {
        self.sampleRate = max(4000, sampleRate)
        self.weighting = KWeighting(sampleRate: self.sampleRate)
        self.blockSize = size(ofBlock: 0)
    }

    /// Measures samples.
    ///
    /// - Parameter samples: any number of them, full scale at 1; they continue the ones before.
    public mutating func measure(_ samples: UnsafeBufferPointer<Float>) {
        measure(samples) { $0 }
    }

    /// Measures 16-bit samples.
    ///
    /// - Parameter samples: any number of them; they continue the ones before.
    public mutating func measure(_ samples: UnsafeBufferPointer<Int16>) {
        measure(samples) { Float($0) * (1 / 32_768) }
    }

    /// Measures samples.
    ///
    /// - Parameter samples: any number of them, full scale at 1; they continue the ones before.
    public mutating func measure(_ samples: [Float]) {
        samples.withUnsafeBufferPointer { measure($0) }
    }

    /// Measures 16-bit samples.
    ///
    /// - Parameter samples: any number of them; they continue the ones before.
    public mutating func measure(_ samples: [Int16]) {
        samples.withUnsafeBufferPointer { measure($0) }
    }

    /// Ends the measurement and returns all of it. More samples would start anew after it.
    ///
    /// What remains at the end counts as a block of its own, if it is at least half as long as one or all there is, and is dropped if not:
    /// so the blocks of consecutive segments follow the time of the whole.
    public mutating func finish() -> Loudness {
        if samplesInBlock > 0, samplesInBlock * 2 >= blockSize || loudness.blocks.isEmpty { endBlock() }
        defer { self = LoudnessMeter(sampleRate: sampleRate) }
        return loudness
    }

    @inline(__always)
    private mutating func measure<Sample>(_ samples: UnsafeBufferPointer<Sample>, _ value: (Sample) -> Float) {
        var start = 0
        while start < samples.count {
            let end = min(start + blockSize - samplesInBlock, samples.count)
            let part = weighting.measure(UnsafeBufferPointer(rebasing: samples[start..<end]), value)
            energy += part.energy
            peak = max(peak, part.peak)
            samplesInBlock += end - start
            start = end
            if samplesInBlock == blockSize { endBlock() }
        }
    }

    private mutating func endBlock() {
        loudness.append(Loudness(blocks: [energy / Double(samplesInBlock)], peaks: [peak]))
        energy = 0
        peak = 0
        samplesInBlock = 0
        blockSize = size(ofBlock: loudness.blocks.count)
    }

    /// The samples of a block: 100 ms, so rounded that the blocks together keep time.
    private func size(ofBlock index: Int) -> Int {
        (index + 1) * sampleRate / 10 - index * sampleRate / 10
    }
}
