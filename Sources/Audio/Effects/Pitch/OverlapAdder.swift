import Glibc

/// Adds pieces of sound, faded in and out, at places of a stream.
final class OverlapAdder {
    /// How a piece is faded: of pieces that overlap by half, amplitudes add up to 1, or powers.
    enum Window {
        case hann
        case sine
    }

    /// Samples of a table for half a window. The nearest is taken, which is off by -74 dB at most.
    private static let tableSize = 4096
    private static let hann = table { 0.5 + 0.5 * cos(Double.pi * $0) }
    private static let sine = table { cos(Double.pi / 2 * $0) }

    private let memory: UnsafeMutablePointer<Float>
    private let capacity: Int
    /// How far behind the place that is handed out next pieces can reach, in samples.
    private let span: Int
    /// The place that is handed out next, and where it is in the memory.
    private var place: Int
    private var offset = 0

    /// - Parameters:
    ///   - latency: how many samples are handed out before that of place 0.
    ///   - reach: the longest that a piece reaches to either side of its place, in samples.
    init(latency: Int, reach: Int) {
        span = latency + 2 * reach
        capacity = 4 * span
        memory = .allocate(capacity: capacity)
        memory.initialize(repeating: 0, count: capacity)
        place = -latency
    }

    deinit {
        memory.deallocate()
    }

    /// Adds a piece.
    ///
    /// - Parameters:
    ///   - source: the sample that comes to lie at the place; those around it are read as well.
    ///   - speed: how many of the source's samples pass in one of the stream's. At 1 the place must be a whole number.
    ///   - center: the place.
    ///   - left: how long the piece fades in before the place, in samples of the stream.
    ///   - right: how long it fades out behind it.
    func add(_ source: UnsafePointer<Float>, speed: Double, at center: Double, left: Double, right: Double, window: Window, gain: Float) {
        let table = window == .hann ? Self.hann : Self.sine
        let middle = Int(center.rounded(.up))
        let first = max(place, Int((center - left).rounded(.up)))
        let last = Int((center + right).rounded(.up))
        table.withUnsafeBufferPointer { table in
            let table = table.baseAddress!
            add(source, speed: speed, offset: Double(first) - center, places: first..<max(first, middle), fade: -1 / left, table, gain)
            add(source, speed: speed, offset: Double(middle) - center, places: middle..<max(middle, last), fade: 1 / right, table, gain)
        }
    }

    /// Hands out the next samples.
    ///
    /// - Parameter end: the place before which nothing more is added.
    func hand(out samples: UnsafeMutableBufferPointer<Float>, finishedBefore end: Int) {
        assert(place + samples.count <= max(0, end), "A piece is missing.")
        samples.baseAddress!.update(from: memory + offset, count: samples.count)
        place += samples.count
        offset += samples.count
        guard offset + span + samples.count > capacity else { return }
        memory.update(from: memory + offset, count: capacity - offset)
        (memory + (capacity - offset)).update(repeating: 0, count: offset)
        offset = 0
    }

    /// Adds one side of a piece.
    ///
    /// - Parameters:
    ///   - offset: where the first place is, from the piece's center.
    ///   - fade: the part of the fade that passes in a sample, below 0 before the center.
    private func add(
        _ source: UnsafePointer<Float>, speed: Double, offset: Double, places: Range<Int>, fade: Double, _ table: UnsafePointer<Float>, _ gain: Float
    ) {
        let target = memory + (self.offset + places.lowerBound - place)
        let (fadeStart, fadeStep) = (Float(offset * fade) * Float(Self.tableSize) + 0.5, Float(fade) * Float(Self.tableSize))
        if speed == 1 {
            let start = source + Int(offset)
            for index in 0..<places.count {
                target[index] += gain * table[Int(fadeStart + fadeStep * Float(index))] * start[index]
            }
        } else {
            // Whole samples by themselves: a float is exact enough for the rest.
            let begin = offset * speed
            let whole = Int(begin.rounded(.down))
            let start = source + whole
            let (rest, step) = (Float(begin - Double(whole)), Float(speed))
            for index in 0..<places.count {
                let fade = table[Int(fadeStart + fadeStep * Float(index))]
                target[index] += gain * fade * Self.interpolated(start, at: rest + step * Float(index))
            }
        }
    }

    /// The value between samples, on the cubic curve through the two on either side (E. Catmull and R. Rom, "A class of local interpolating
    /// splines", 1974).
    @inline(__always)
    private static func interpolated(_ samples: UnsafePointer<Float>, at place: Float) -> Float {
        let whole = Int(place)
        let x = place - Float(whole)
        let near = samples + whole
        let (y0, y1, y2, y3) = (near[-1], near[0], near[1], near[2])
        let slope = 0.5 * (y2 - y0)
        let bend = y0 - 2.5 * y1 + 2 * y2 - 0.5 * y3
        let twist = 0.5 * (y3 - y0) + 1.5 * (y1 - y2)
        return ((twist * x + bend) * x + slope) * x + y1
    }

    /// A table of a function from 0 to 1, with a few samples to spare for what rounds up.
    private static func table(_ value: (Double) -> Double) -> [Float] {
        (0..<tableSize + 4).map { $0 < tableSize ? Float(value(Double($0) / Double(tableSize))) : 0 }
    }
}
