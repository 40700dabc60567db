/// A second-order filter with its state, in the transposed direct form II.
struct Biquad {
    private let b0, b1, b2, a1, a2: Double
    private var first = 0.0
    private var second = 0.0

    /// A filter at rest: `(b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²)`.
    init(b0: Double, b1: Double, b2: Double, a1: Double, a2: Double) {
        self.b0 = b0
        self.b1 = b1
        self.b2 = b2
        self.a1 = a1
        self.a2 = a2
    }

    /// Filters one sample.
    @inline(__always)
    mutating func filter(_ input: Double) -> Double {
        let output = b0 * input + first
        first = b1 * input - a1 * output + second
        second = b2 * input - a2 * output
        return output
    }

    /// Sets a state that has faded to nothing to zero.
    mutating func settle() {
        if abs(first) < 1e-30 { first = 0 }
        if abs(second) < 1e-30 { second = 0 }
    }
}
