/// Sums over many samples, eight at a time: the compiler may not change the order of a sum by itself.
extension UnsafePointer<Float> {
    /// The sum of the products of samples with those of `other`.
    @inline(__always)
    func dotProduct(_ other: UnsafePointer<Float>, _ count: Int) -> Float {
        // Single numbers, of which an optimised build makes vectors: those of Swift would be slow in a debug build, in which the tests run.
        var (a, b, c, d): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (e, f, g, h): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var index = 0
        while index &+ 8 <= count {
            let (mine, theirs) = (self + index, other + index)
            a += mine[0] * theirs[0]
            b += mine[1] * theirs[1]
            c += mine[2] * theirs[2]
            d += mine[3] * theirs[3]
            e += mine[4] * theirs[4]
            f += mine[5] * theirs[5]
            g += mine[6] * theirs[6]
            h += mine[7] * theirs[7]
            index &+= 8
        }
        var sum = ((a + e) + (c + g)) + ((b + f) + (d + h))
        while index < count {
            sum += self[index] * other[index]
            index &+= 1
        }
        return sum
    }

    /// The largest magnitude.
    @inline(__always)
    func peak(_ count: Int) -> Float {
        var peaks = SIMD8<Float>(repeating: 0)
        let raw = UnsafeRawPointer(self)
        let whole = count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            let values = raw.loadUnaligned(fromByteOffset: start * 4, as: SIMD8<Float>.self)
            peaks = pointwiseMax(peaks, pointwiseMax(values, -values))
        }
        var peak = peaks.max()
        for index in whole..<count { peak = Swift.max(peak, abs(self[index])) }
        return peak
    }
}
