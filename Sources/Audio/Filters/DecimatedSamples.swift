/// A recording at a fraction of its rate: of what is left below the new rate's half every so manieth sample.
struct DecimatedSamples {
    /// One channel.
    let samples: [Float]
    /// Samples a second.
    let sampleRate: Double

    /// Brings a recording to about as many samples a second as are wanted; one that has fewer than half as many again stays as it is.
    ///
    /// - Parameters:
    ///   - samples: One channel at `sampleRate` samples a second.
    ///   - target: The samples a second that are wanted.
    ///   - passband: Up to which part of the new rate everything is kept, below 0.5.
    init(_ samples: [Float], sampleRate: Int, near target: Int, passband: Double) {
        let step = max(1, (sampleRate + target / 2) / target)
        self.sampleRate = Double(sampleRate) / Double(step)
        guard step > 1 else {
            self.samples = samples
            return
        }
        let cutoff = passband * self.sampleRate
        var filter = BiquadCascade(
            BiquadCascade.butterworthQualities(order: 8).map { .lowPass(cutoff, quality: $0, sampleRate: sampleRate) })
        var filtered = samples
        filtered.withUnsafeMutableBufferPointer { filter.filter($0) }
        self.samples = stride(from: 0, to: filtered.count, by: step).map { filtered[$0] }
    }
}
