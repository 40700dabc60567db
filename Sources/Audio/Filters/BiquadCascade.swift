import Glibc

/// Second-order filters, one behind the other.
struct BiquadCascade {
    private var sections: [Biquad]

    /// - Parameter sections: any number of filters, in their order.
    init(_ sections: [Biquad]) {
        self.sections = sections
    }

    /// Filters samples in place.
    mutating func filter(_ samples: UnsafeMutableBufferPointer<Float>) {
        // Two at a time: a filter waits for its own last result, and the processor does the other's work meanwhile.
        for index in stride(from: 0, to: sections.count - 1, by: 2) {
            var (first, second) = (sections[index], sections[index + 1])
            for place in samples.indices {
                samples[place] = Float(second.filter(first.filter(Double(samples[place]))))
            }
            first.settle()
            second.settle()
            (sections[index], sections[index + 1]) = (first, second)
        }
        if sections.count % 2 == 1 {
            var last = sections[sections.count - 1]
            for place in samples.indices {
                samples[place] = Float(last.filter(Double(samples[place])))
            }
            last.settle()
            sections[sections.count - 1] = last
        }
    }

    /// The qualities of the second-order sections that a Butterworth filter of an even order has (S. Butterworth, "On the theory of filter
    /// amplifiers", 1930).
    static func butterworthQualities(order: Int) -> [Double] {
        (0..<order / 2).map { 0.5 / cos(Double.pi * Double(2 * $0 + 1) / Double(2 * order)) }
    }
}
