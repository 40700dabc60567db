import Glibc

/// The discrete Fourier transform of real samples, and back.
///
/// The algorithm of J. Cooley and J. Tukey ("An algorithm for the machine calculation of complex Fourier series", 1965), on pairs of real samples taken
/// for complex ones.
final class FourierTransform {
    /// How many samples it takes: a power of two, at least 8.
    let size: Int

    private let half: Int
    private let real: UnsafeMutablePointer<Float>
    private let imaginary: UnsafeMutablePointer<Float>
    /// The turns of each stage, one behind the other, and those that part the pairs.
    private let turnCosines: UnsafeMutablePointer<Float>
    private let turnSines: UnsafeMutablePointer<Float>
    private let pairCosines: UnsafeMutablePointer<Float>
    private let pairSines: UnsafeMutablePointer<Float>
    private let reversed: [Int]

    /// - Parameter size: a power of two, at least 8.
    init(size: Int) {
        self.size = size
        half = size / 2
        real = .allocate(capacity: half)
        imaginary = .allocate(capacity: half)
        turnCosines = .allocate(capacity: half)
        turnSines = .allocate(capacity: half)
        pairCosines = .allocate(capacity: half + 1)
        pairSines = .allocate(capacity: half + 1)
        let bits = half.trailingZeroBitCount
        reversed = (0..<half).map { index in (0..<bits).reduce(0) { $0 | (index >> $1 & 1) << (bits - 1 - $1) } }
        var place = 0
        var length = 2
        while length <= half {
            for index in 0..<length / 2 {
                turnCosines[place] = Float(cos(2 * Double.pi * Double(index) / Double(length)))
                turnSines[place] = Float(-sin(2 * Double.pi * Double(index) / Double(length)))
                place += 1
            }
            length *= 2
        }
        for index in 0...half {
            pairCosines[index] = Float(cos(2 * Double.pi * Double(index) / Double(size)))
            pairSines[index] = Float(-sin(2 * Double.pi * Double(index) / Double(size)))
        }
    }

    deinit {
        for memory in [real, imaginary, turnCosines, turnSines, pairCosines, pairSines] { memory.deallocate() }
    }

    /// The spectrum of ``size`` samples: half as many numbers and one more, from 0 Hz to half the sample rate.
    func transform(_ samples: UnsafePointer<Float>, _ outReal: UnsafeMutablePointer<Float>, _ outImaginary: UnsafeMutablePointer<Float>) {
        for index in 0..<half {
            let place = reversed[index]
            real[place] = samples[2 * index]
            imaginary[place] = samples[2 * index + 1]
        }
        Self.run(half, real, imaginary, turnCosines, turnSines)
        for index in 0...half {
            let (here, there) = (index & (half - 1), (half - index) & (half - 1))
            let (evenReal, evenImaginary) = (0.5 * (real[here] + real[there]), 0.5 * (imaginary[here] - imaginary[there]))
            let (oddReal, oddImaginary) = (0.5 * (imaginary[here] + imaginary[there]), 0.5 * (real[there] - real[here]))
            let (cosine, sine) = (pairCosines[index], pairSines[index])
            outReal[index] = evenReal + cosine * oddReal - sine * oddImaginary
            outImaginary[index] = evenImaginary + cosine * oddImaginary + sine * oddReal
        }
    }

    /// The ``size`` samples that have a spectrum.
    func invert(_ inReal: UnsafePointer<Float>, _ inImaginary: UnsafePointer<Float>, _ samples: UnsafeMutablePointer<Float>) {
        // Real and imaginary parts change places, and with them the direction.
        for index in 0..<half {
            let there = half - index
            let (evenReal, evenImaginary) = (inReal[index] + inReal[there], inImaginary[index] - inImaginary[there])
            let (restReal, restImaginary) = (inReal[index] - inReal[there], inImaginary[index] + inImaginary[there])
            let (cosine, sine) = (pairCosines[index], -pairSines[index])
            let (oddReal, oddImaginary) = (cosine * restReal - sine * restImaginary, cosine * restImaginary + sine * restReal)
            let place = reversed[index]
            imaginary[place] = evenReal - oddImaginary
            real[place] = evenImaginary + oddReal
        }
        Self.run(half, real, imaginary, turnCosines, turnSines)
        let scale = 1 / Float(size)
        for index in 0..<half {
            samples[2 * index] = scale * imaginary[index]
            samples[2 * index + 1] = scale * real[index]
        }
    }

    /// The stages, on numbers in reversed order.
    private static func run(
        _ count: Int, _ real: UnsafeMutablePointer<Float>, _ imaginary: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>,
        _ sines: UnsafePointer<Float>
    ) {
        var length = 2
        var turns = 0
        while length <= count {
            let middle = length / 2
            var start = 0
            while start < count {
                for index in 0..<middle {
                    let (upper, lower) = (start &+ index, start &+ index &+ middle)
                    let (cosine, sine) = (cosines[turns &+ index], sines[turns &+ index])
                    let turnedReal = real[lower] * cosine - imaginary[lower] * sine
                    let turnedImaginary = real[lower] * sine + imaginary[lower] * cosine
                    real[lower] = real[upper] - turnedReal
                    imaginary[lower] = imaginary[upper] - turnedImaginary
                    real[upper] += turnedReal
                    imaginary[upper] += turnedImaginary
                }
                start += length
            }
            turns += middle
            length *= 2
        }
    }
}
