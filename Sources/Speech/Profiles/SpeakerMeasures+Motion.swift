extension SpeakerMeasures {
    /// How many numbers of each cepstrum tell of motion, and at which moments they are looked at, in hundredths of a second.
    private static let (motionOrder, motionSteps) = (10, [0, 3, 6, 12])

    /// How envelopes follow each other: several moments' cepstra, taken together.
    ///
    /// - Parameter map: What becomes of each envelope before; nil for nothing.
    func motion(through map: EnvelopeMap?) -> EnvelopeStatistics {
        let cepstra = moments.map { cepstrum in
            cepstrum.map { cepstrum in (map?.mapped(cepstrum) ?? cepstrum).prefix(Self.motionOrder).map(Double.init) }
        }
        var statistics = EnvelopeStatistics(size: Self.motionOrder * Self.motionSteps.count)
        guard let reach = Self.motionSteps.last else { return statistics }
        for start in 0..<max(0, cepstra.count - reach) {
            let together = Self.motionSteps.compactMap { cepstra[start + $0] }
            if together.count == Self.motionSteps.count { statistics.add(together.flatMap(\.self)) }
        }
        return statistics
    }
}
