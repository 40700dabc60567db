import Glibc

/// Changes the colour of one voice's samples: the tilt of its spectrum, and how much breath is heard in it.
///
/// Both work on samples as they come, in any pieces; the same samples give the same result however they are divided.
public struct VoiceQuality {
    private let isNeutral: Bool
    private let gain: Double
    private let breath: Double
    private let decay: Double
    private var shelf: Biquad
    private var noiseFilter: Biquad
    private var envelope = 0.0
    private var noise: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var changed: [Int16] = []

    /// Where the spectrum is tilted, in Hz: above the first formant of most vowels.
    private static let tiltFrequency = 1500.0
    /// Breath is heard above this, in Hz.
    private static let breathFrequency = 2000.0
    /// How fast the breath follows the voice, in seconds.
    private static let envelopeTime = 0.01

    /// - Parameters:
    ///   - tilt: Decibels by which what lies above 1500 Hz is raised against what lies below; below 0, lowered.
    ///   - breathiness: The level of the breath, times the voice's own: 0 (none) to 1.
    public init(sampleRate: Int, tilt: Double, breathiness: Double) {
        isNeutral = tilt == 0 && breathiness == 0
        // What is raised is only let through, so that nothing clips; the loudness is set behind this.
        gain = tilt > 0 ? pow(10, -tilt / 20) : 1
        breath = breathiness
        decay = 1 - exp(-1 / (Double(sampleRate) * Self.envelopeTime))
        shelf = .highShelf(Self.tiltFrequency, gain: tilt, sampleRate: sampleRate)
        noiseFilter = .highPass(Self.breathFrequency, sampleRate: sampleRate)
    }

    /// Changes the next samples.
    ///
    /// - Parameter body: Gets as many samples as there are; they are valid during the call.
    public mutating func apply(to samples: UnsafeBufferPointer<Int16>, _ body: (UnsafeBufferPointer<Int16>) throws -> Void) rethrows {
        guard !isNeutral else { return try body(samples) }
        changed.removeAll(keepingCapacity: true)
        changed.reserveCapacity(samples.count)
        for sample in samples {
            let value = shelf.filter(gain * Double(sample)) + nextBreath(over: Double(sample))
            changed.append(Int16(max(-32_768, min(32_767, value.rounded()))))
        }
        shelf.settle()
        noiseFilter.settle()
        try changed.withUnsafeBufferPointer(body)
    }

    /// Breath is noise that swells with the voice.
    private mutating func nextBreath(over sample: Double) -> Double {
        guard breath > 0 else { return 0 }
        envelope += (abs(sample) - envelope) * decay
        // Xorshift (G. Marsaglia, 2003): the same voice has the same breath.
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        return noiseFilter.filter(Double(Int64(bitPattern: noise)) / 0x1p63) * envelope * breath * Self.noiseScale
    }

    /// What brings even noise of full scale, without what lies below 2000 Hz, about to the voice's mean level.
    private static let noiseScale = 2.0
}
