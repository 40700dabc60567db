/// How alike stretches of sound are to themselves, by the lag, whatever the window does to them.
final class Autocorrelation {
    private let window: Int
    private let size: Int
    private let transform: FourierTransform
    private let fade: [Float]
    private var shape: [Float] = []
    private var buffer: [Float]
    private var real: [Float]
    private var imaginary: [Float]

    /// - Parameters:
    ///   - window: how many samples a stretch has.
    ///   - size: a power of two, at least half as much again.
    init(window: Int, size: Int) {
        self.window = window
        self.size = size
        transform = FourierTransform(size: size)
        fade = (0..<window).map { Float(HannWindow.value(at: Double($0) + 0.5, of: window)) }
        buffer = Array(repeating: 0, count: size)
        real = Array(repeating: 0, count: size / 2 + 1)
        imaginary = Array(repeating: 0, count: size / 2 + 1)
        buffer.replaceSubrange(0..<window, with: fade)
        correlate()
        shape = buffer[..<window].map { max(1e-3, $0 / buffer[0]) }
    }

    /// The likeness of a stretch to itself at each lag of the window: 1 at lag 0.
    func measure(_ samples: UnsafePointer<Float>) -> [Float] {
        var mean: Float = 0
        for index in 0..<window { mean += samples[index] }
        mean /= Float(window)
        for index in 0..<window { buffer[index] = (samples[index] - mean) * fade[index] }
        for index in window..<size { buffer[index] = 0 }
        correlate()
        let whole = max(buffer[0], 1e-20)
        return (0..<window).map { buffer[$0] / whole / shape[$0] }
    }

    /// The buffer's autocorrelation, by its power spectrum (N. Wiener and A. Khinchin).
    private func correlate() {
        transform.transform(buffer, &real, &imaginary)
        for index in real.indices {
            real[index] = real[index] * real[index] + imaginary[index] * imaginary[index]
            imaginary[index] = 0
        }
        transform.invert(real, imaginary, &buffer)
    }
}
