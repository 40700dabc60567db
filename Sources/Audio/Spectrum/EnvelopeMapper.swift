import Glibc
import Speech

/// Makes the voice that passes sound like another speaker: changes its spectral envelope, moment by moment, as an `EnvelopeMap` says, and nothing else.
///
/// The spectrum of the voice itself is filtered (K. Kobayashi and others, "Statistical singing voice conversion with direct waveform modification based
/// on the spectrum differential", 2014), so that its excitation is kept. Windows overlap by three quarters. Each sound stays at its place, and there come out as many
/// samples as went in, the same however they were divided. A mapper is used by one thread at a time.
public final class EnvelopeMapper {
    private let frame: EnvelopeFrame
    private let hop: Int
    /// What precedes the window in what the transform answers.
    private let margin: Int
    /// For voiced sounds and for the others: what each band's level adds to each band's gain, and what is added anyway.
    private let voiced: BandMap
    private let unvoiced: BandMap
    private let voicing: [Float]
    private let bias: Float
    private let levels: ClosedRange<Float>
    private let gains: UnsafeMutablePointer<Float>
    private let others: UnsafeMutablePointer<Float>
    /// The gains of the window before, in natural logarithms of power.
    private let before: UnsafeMutablePointer<Float>
    private var isFirst = true
    private let piece: UnsafeMutablePointer<Float>
    /// Samples that are still needed, from the place `start` on, and what has been added up of what comes out, from `made` on.
    private var input: [Float]
    private var start: Int
    private var output: [Float]
    private var made: Int
    private var taken = 0
    private var ready: [Int16] = []

    /// How far a band is raised or lowered at most, in natural logarithms of power: 26 dB up, 35 dB down.
    private static let limits: ClosedRange<Float> = -8...6
    /// What the gains of the window before count for.
    private static let inertia: Float = 0.7
    /// What windows add up to that overlap by three quarters.
    private static let overlap: Float = 2

    /// A mapper for a stream.
    ///
    /// - Parameters:
    ///   - map: What becomes of the envelope.
    ///   - sampleRate: Samples a second.
    public init(_ map: EnvelopeMap, sampleRate: Int) {
        frame = EnvelopeFrame(sampleRate: max(4000, sampleRate))
        hop = frame.window / 4
        margin = (frame.size - frame.window) / 2
        voiced = BandMap(map.voiced)
        unvoiced = BandMap(map.unvoiced)
        voicing = EnvelopeScale.basis.map { row in Float(zip(row, map.voicing.weights).reduce(0) { $0 + $1.0 * Double($1.1) }) }
        bias = map.voicing.bias
        levels = map.levels
        gains = .allocate(capacity: EnvelopeScale.bandCount)
        others = .allocate(capacity: EnvelopeScale.bandCount)
        before = .allocate(capacity: EnvelopeScale.bandCount)
        piece = .allocate(capacity: frame.size)
        start = hop - frame.window
        input = Array(repeating: 0, count: frame.window - hop)
        made = start - margin
        output = Array(repeating: 0, count: frame.size)
    }

    deinit {
        for memory in [gains, others, before, piece] { memory.deallocate() }
    }

    /// Takes the next samples, and hands out those that are ready.
    ///
    /// - Parameter body: Gets the samples, in order; they are valid during the call.
    public func process(_ samples: UnsafeBufferPointer<Int16>, _ body: (UnsafeBufferPointer<Int16>) throws -> Void) rethrows {
        for sample in samples { input.append(Float(sample) * (1 / 32_768)) }
        taken += samples.count
        try run(body)
    }

    /// Hands out what is held back. It is the last call.
    ///
    /// - Parameter body: Gets the samples; they are valid during the call.
    public func finish(_ body: (UnsafeBufferPointer<Int16>) throws -> Void) rethrows {
        let missing = taken - made + frame.size
        input.append(contentsOf: repeatElement(0, count: max(0, missing)))
        try run(body)
    }

    private func run(_ body: (UnsafeBufferPointer<Int16>) throws -> Void) rethrows {
        ready.removeAll(keepingCapacity: true)
        var place = 0
        input.withUnsafeBufferPointer { input in
            while place + frame.window <= input.count {
                change(input.baseAddress! + place)
                place += hop
            }
        }
        input.removeFirst(place)
        start += place
        try ready.withUnsafeBufferPointer { if !$0.isEmpty { try body($0) } }
    }

    /// Changes one window, and makes the samples ready that no later one reaches.
    private func change(_ samples: UnsafePointer<Float>) {
        frame.look(at: samples)
        measureGains()
        frame.amplify(gains)
        frame.samples(into: piece)
        output.withUnsafeMutableBufferPointer { output in
            for index in 0..<frame.size { output[index] += piece[index] }
        }
        for index in 0..<hop where made + index >= 0 && made + index < taken {
            let value = (output[index] * (32_768 / Self.overlap)).rounded()
            ready.append(Int16(max(-32_768, min(32_767, value))))
        }
        made += hop
        output.withUnsafeMutableBufferPointer { output in
            let memory = output.baseAddress!
            memory.update(from: memory + hop, count: frame.size - hop)
            (memory + (frame.size - hop)).update(repeating: 0, count: hop)
        }
    }

    /// The amplitudes by which the bands of what was looked at are to be multiplied.
    private func measureGains() {
        limitLevel()
        let score = voicing.withUnsafeBufferPointer { UnsafePointer(frame.levels).dotProduct($0.baseAddress!, $0.count) } + bias
        let share = 1 / (1 + expf(-max(-30, min(30, score))))
        voiced.gains(of: frame.levels, into: gains)
        unvoiced.gains(of: frame.levels, into: others)
        for index in 0..<EnvelopeScale.bandCount { gains[index] = share * gains[index] + (1 - share) * others[index] }
        smooth()
        for index in 0..<EnvelopeScale.bandCount {
            gains[index] = expf(0.5 * max(Self.limits.lowerBound, min(Self.limits.upperBound, gains[index])))
        }
    }

    /// Has the gains follow what is asked of them within some windows: those that leap at every consonant blur it.
    private func smooth() {
        let count = EnvelopeScale.bandCount
        if !isFirst { for index in 0..<count { gains[index] += Self.inertia * (before[index] - gains[index]) } }
        before.update(from: gains, count: count)
        isFirst = false
    }

    /// What is softer or louder than the map has learned is changed as what is nearest.
    private func limitLevel() {
        let count = Float(EnvelopeScale.bandCount)
        var sum: Float = 0
        for index in 0..<EnvelopeScale.bandCount { sum += frame.levels[index] }
        let level = sum / count.squareRoot()
        let change = (max(levels.lowerBound, min(levels.upperBound, level)) - level) / count.squareRoot()
        guard change != 0 else { return }
        for index in 0..<EnvelopeScale.bandCount { frame.levels[index] += change }
    }
}
