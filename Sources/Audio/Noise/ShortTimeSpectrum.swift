import Glibc

/// The spectra of windows that overlap by three quarters, from which samples can be put together again (J. Allen and L. Rabiner, "A unified approach to
/// short-time Fourier analysis and synthesis", 1977). What is not changed comes out as it went in.
final class ShortTimeSpectrum {
    /// How many samples a window has.
    let size: Int
    /// How far one window is from the next.
    let hop: Int
    /// How many numbers a spectrum has.
    let binCount: Int
    /// The spectrum, which may be changed before ``add(to:)``.
    let real: UnsafeMutablePointer<Float>
    let imaginary: UnsafeMutablePointer<Float>

    private let transform: FourierTransform
    private let fade: UnsafeMutablePointer<Float>
    private let buffer: UnsafeMutablePointer<Float>

    /// The shortest window, in seconds: three periods of a deep voice.
    private static let window = 0.03

    /// - Parameter sampleRate: Samples a second.
    init(sampleRate: Int) {
        var size = 256
        while Double(size) < Self.window * Double(sampleRate) { size *= 2 }
        self.size = size
        hop = size / 4
        binCount = size / 2 + 1
        transform = FourierTransform(size: size)
        real = .allocate(capacity: binCount)
        imaginary = .allocate(capacity: binCount)
        buffer = .allocate(capacity: size)
        fade = .allocate(capacity: size)
        // The root, since each window fades in and out twice.
        for index in 0..<size { fade[index] = Float(sin(Double.pi * (Double(index) + 0.5) / Double(size))) }
    }

    deinit {
        for memory in [real, imaginary, buffer, fade] { memory.deallocate() }
    }

    /// Looks at ``size`` samples.
    func look(at samples: UnsafePointer<Float>) {
        for index in 0..<size { buffer[index] = samples[index] * fade[index] }
        transform.transform(buffer, real, imaginary)
    }

    /// The power in a bin; a full-scale sine has a quarter of the square of ``size``, more or less.
    @inline(__always)
    func power(_ bin: Int) -> Float {
        real[bin] * real[bin] + imaginary[bin] * imaginary[bin]
    }

    /// Adds the spectrum as it is now to ``size`` samples.
    func add(to samples: UnsafeMutablePointer<Float>) {
        transform.invert(real, imaginary, buffer)
        // Squares of sines that are a quarter of a window apart add up to 2.
        for index in 0..<size { samples[index] += 0.5 * fade[index] * buffer[index] }
    }
}
