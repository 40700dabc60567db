import Glibc

/// The reverberation of a large hall: dense, and 60 dB down after ``reverberationTime``.
///
/// A feedback delay network: eight delays whose ends are mixed into their beginnings by a Hadamard matrix, which neither adds nor takes energy, each with a loss
/// that gives all of them the same decay (J.-M. Jot and A. Chaigne, "Digital delay networks for designing artificial reverberators", AES 90, 1991). Diffusers
/// before it make it dense from the start.
final class Auditorium: AudioEffect {
    /// Until a sound of middle pitch (500 to 1000 Hz) is 60 dB down, in seconds.
    static let reverberationTime = 1.8

    let tail: Int

    /// The same at ``dullFrequency``, in seconds: air and seats take the highs.
    private static let dullReverberationTime = 0.9
    private static let dullFrequency = 4000.0
    /// What the hall answers, to the voice itself.
    private static let level: Float = 0.5
    /// Until the first answer, in seconds.
    private static let distance = 0.02
    /// How long the diffusers are, in seconds.
    private static let diffusions = [0.0047, 0.0079, 0.0127]
    /// How long the delays are, in seconds: no two have a short common multiple.
    private static let delays = [0.0311, 0.0371, 0.0411, 0.0437, 0.0533, 0.0593, 0.0671, 0.0739]
    /// Samples worked on at a time, at most.
    private static let largestChunk = 64
    /// Less than anything that is heard; keeps what fades out from getting so small that the processor slows down.
    private static let bias: Float = 1e-18

    private let path: DelayLine
    private let diffusers: [Diffuser]
    private let lines: [DelayLine]
    private let losses: [Loss]
    /// Samples worked on at a time: no more than the shortest delay holds.
    private let chunk: Int
    /// A chunk on its way into the delays.
    private let input: UnsafeMutablePointer<Float>
    /// A chunk from a delay, behind the sample before it.
    private let output: UnsafeMutablePointer<Float>
    /// A chunk of each delay, one behind the other.
    private let rows: UnsafeMutablePointer<Float>
    /// The last sample that each delay gave.
    private var last: [Float]

    /// What is left of a delay's sample, and of the one before it, when it comes round: a low-pass.
    private struct Loss {
        var current: Float
        var previous: Float
    }

    init(sampleRate: Int) {
        let rate = Double(sampleRate)
        path = DelayLine(length: Int(Self.distance * rate))
        diffusers = Self.diffusions.map { Diffuser(length: Int($0 * rate)) }
        lines = Self.delays.map { DelayLine(length: Int($0 * rate)) }
        losses = lines.map { Self.loss(after: Double($0.length) / rate, sampleRate: rate) }
        chunk = min(Self.largestChunk, (diffusers.map(\.capacity) + lines.map(\.length) + [path.length]).min()!)
        input = .allocate(capacity: chunk)
        output = .allocate(capacity: chunk + 1)
        rows = .allocate(capacity: chunk * lines.count)
        last = Array(repeating: 0, count: lines.count)
        tail = Int((Self.distance + Self.reverberationTime) * rate)
    }

    deinit {
        input.deallocate()
        output.deallocate()
        rows.deallocate()
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        var start = 0
        while start < samples.count {
            let count = min(chunk, samples.count - start)
            answer(samples.baseAddress! + start, count: count)
            start += count
        }
    }

    /// The loss after `time` seconds that gives the two reverberation times.
    private static func loss(after time: Double, sampleRate: Double) -> Loss {
        let gain = pow(10, -3 * time / reverberationTime)
        let dull = pow(10, -3 * time * (1 / dullReverberationTime - 1 / reverberationTime))
        let angle = 2 * Double.pi * min(dullFrequency / sampleRate, 0.45)
        // Of the weights 1 - a and a, the square of the response is 1 - 2a(1 - a)(1 - cos).
        let product = min(0.25, (1 - dull * dull) / (2 * (1 - cos(angle))))
        let weight = (1 - (1 - 4 * product).squareRoot()) / 2
        return Loss(current: Float(gain * (1 - weight)), previous: Float(gain * weight))
    }

    private func answer(_ samples: UnsafeMutablePointer<Float>, count: Int) {
        path.read(count, into: input)
        path.write(count, from: samples)
        for diffuser in diffusers { diffuser.diffuse(input, count: count) }
        for index in lines.indices {
            take(count, from: index)
            // Every other one turned round: what all have in common does not pile up.
            let level = index % 2 == 0 ? Self.level : -Self.level
            let row = rows + index * chunk
            for place in 0..<count { samples[place] += level * row[place] }
        }
        mix(count)
        for index in lines.indices { feed(count, into: index) }
    }

    /// Puts what leaves a delay, less its loss, into the delay's row.
    private func take(_ count: Int, from index: Int) {
        let (output, row, loss) = (output, rows + index * chunk, losses[index])
        output[0] = last[index]
        lines[index].read(count, into: output + 1)
        for place in 0..<count {
            row[place] = loss.current * output[place + 1] + loss.previous * output[place]
        }
        last[index] = output[count]
    }

    /// Mixes the rows by the Hadamard matrix, whose rows are ones and minus ones: in three rounds of sums and differences.
    private func mix(_ count: Int) {
        var distance = 1
        while distance < lines.count {
            for index in lines.indices where index & distance == 0 {
                let (first, second) = (rows + index * chunk, rows + (index + distance) * chunk)
                for place in 0..<count {
                    let (one, other) = (first[place], second[place])
                    first[place] = one + other
                    second[place] = one - other
                }
            }
            distance *= 2
        }
    }

    /// Feeds a delay with its row and with what comes in. The matrix has to be scaled by the root of its size to keep the energy.
    private func feed(_ count: Int, into index: Int) {
        let row = rows + index * chunk
        let scale = 1 / Float(lines.count).squareRoot()
        for place in 0..<count { row[place] = scale * (row[place] + input[place]) + Self.bias }
        lines[index].write(count, from: row)
    }
}
