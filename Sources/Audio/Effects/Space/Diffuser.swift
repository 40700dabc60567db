/// Makes many sounds of one, without a colour of its own: an all-pass (M. R. Schroeder, "Natural sounding artificial reverberation", 1962).
final class Diffuser {
    /// How many samples it can take at a time.
    var capacity: Int { line.length }

    private static let gain: Float = 0.6

    private let line: DelayLine
    private let delayed: UnsafeMutableBufferPointer<Float>

    /// A diffuser whose sounds are `length` samples apart.
    init(length: Int) {
        line = DelayLine(length: length)
        delayed = .allocate(capacity: line.length)
    }

    deinit {
        delayed.deallocate()
    }

    /// Diffuses up to ``capacity`` samples in place.
    func diffuse(_ samples: UnsafeMutablePointer<Float>, count: Int) {
        let delayed = delayed.baseAddress!
        line.read(count, into: delayed)
        for index in 0..<count {
            let old = delayed[index]
            let new = samples[index] + Self.gain * old
            delayed[index] = new
            samples[index] = old - Self.gain * new
        }
        line.write(count, from: delayed)
    }
}
