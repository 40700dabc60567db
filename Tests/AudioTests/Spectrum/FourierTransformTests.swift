import Foundation
import Testing

@testable import Audio

@Suite("The Fourier transform")
struct FourierTransformTests {
    @Test("samples come back from their spectrum", arguments: [8, 64, 512])
    func roundTrip(size: Int) {
        let transform = FourierTransform(size: size)
        let samples = Signal.noise(amplitude: 1, count: size, seed: 3)
        var (real, imaginary) = ([Float](repeating: 0, count: size / 2 + 1), [Float](repeating: 0, count: size / 2 + 1))
        var back = [Float](repeating: 0, count: size)
        transform.transform(samples, &real, &imaginary)
        transform.invert(real, imaginary, &back)
        for index in 0..<size { #expect(abs(back[index] - samples[index]) < 1e-5) }
    }

    @Test("it is the sum that defines it")
    func definition() {
        let size = 16
        let samples = Signal.noise(amplitude: 1, count: size, seed: 5)
        var (real, imaginary) = ([Float](repeating: 0, count: size / 2 + 1), [Float](repeating: 0, count: size / 2 + 1))
        FourierTransform(size: size).transform(samples, &real, &imaginary)
        for bin in 0...size / 2 {
            let angles = (0..<size).map { 2 * Double.pi * Double(bin * $0) / Double(size) }
            let sum = zip(samples, angles).reduce((0.0, 0.0)) { ($0.0 + Double($1.0) * cos($1.1), $0.1 - Double($1.0) * sin($1.1)) }
            #expect(abs(Double(real[bin]) - sum.0) < 1e-5)
            #expect(abs(Double(imaginary[bin]) - sum.1) < 1e-5)
        }
    }
}
