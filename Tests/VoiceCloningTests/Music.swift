import Foundation

/// A piece that is nothing but instruments: struck notes that die away.
struct Music {
    /// The partials of a note: what each, from the first on, is louder than the others.
    var partials: [Double]
    /// How long a note lasts, in seconds.
    var note: Double
    /// The notes that sound together, one group behind the other, as MIDI counts them.
    var notes: [[Int]]
    /// Whether something is beaten with each note.
    var hasDrums = false

    static let melody = Music(partials: [1, 0.5, 0.3, 0.2], note: 0.4, notes: [60, 62, 64, 67, 65, 64, 72, 69, 67].map { [$0] })
    static let chords = Music(partials: [1, 0.4, 0.2], note: 0.9, notes: [[48, 52, 55], [57, 60, 64], [53, 57, 60], [55, 59, 62]])
    static let band = Music(
        partials: [1, 0.5, 0.3], note: 0.5, notes: [[36, 60, 64], [36, 67], [33, 69, 72], [33, 64], [41, 65, 69], [43, 62, 67]], hasDrums: true)

    private static let rate = 16_000.0

    /// Samples at 16 kHz, full scale at 1.
    func samples(seconds: Double) -> [Float] {
        let count = Int(note * Self.rate)
        var samples: [Float] = []
        var index = 0
        while Double(samples.count) < seconds * Self.rate {
            var beat = sound(of: notes[index % notes.count], count: count)
            if hasDrums {
                let drum = Syllables.noise(count: count / 4, gain: 0.3, seed: UInt64(index + 1))
                for place in drum.indices { beat[place] += drum[place] * exp(-Float(place) / 600) }
            }
            samples += beat
            index += 1
        }
        return Array(samples.prefix(Int(seconds * Self.rate)))
    }

    private func sound(of notes: [Int], count: Int) -> [Float] {
        (0..<count).map { index in
            let time = Double(index) / Self.rate
            let swell = min(1, time / 0.01, (note - time) / 0.1) * exp(-5 * time)
            let sum = notes.reduce(0.0) { sum, number in
                let turn = 2 * Double.pi * 440 * exp2(Double(number - 69) / 12) * time
                return sum + partials.indices.reduce(0.0) { $0 + partials[$1] * sin(turn * Double($1 + 1)) }
            }
            return Float(0.12 * swell * sum)
        }
    }
}
