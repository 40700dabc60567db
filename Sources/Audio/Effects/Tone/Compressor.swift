import Glibc

/// Brings the level of a voice nearer to what it usually is.
struct Compressor {
    /// The part of the way to the usual level, 0 to 1, that what is louder or softer goes.
    private let share: Double
    private let attack: Double
    private let release: Double
    private let adaption: Double
    /// The mean square of the last moments; nil before the first sound.
    private var level: Double?
    /// The mean square at which the voice usually is.
    private var usual = 0.0
    private var gain: Float = 1

    /// Samples whose level is measured at once, and over which the gain is a straight line.
    private static let step = 64
    /// Seconds for 63 % of the way, up and down, and to a new usual level.
    private static let (attackTime, releaseTime, adaptionTime) = (0.005, 0.1, 2.0)
    /// Mean squares under the usual one by which sound counts as the voice, 25 dB, and is left alone because it is none, 40 dB.
    private static let (voice, noise) = (0.003, 0.0001)
    /// The most that is added or taken, in dB.
    private static let reach = 9.0

    /// - Parameter share: the part of the way to the usual level, 0 to 1.
    init(share: Double, sampleRate: Int) {
        self.share = share
        func part(_ time: Double) -> Double { 1 - exp(-Double(Self.step) / (time * Double(sampleRate))) }
        attack = part(Self.attackTime)
        release = part(Self.releaseTime)
        adaption = part(Self.adaptionTime)
    }

    /// Changes the next samples in place.
    mutating func compress(_ samples: UnsafeMutableBufferPointer<Float>) {
        for start in stride(from: 0, to: samples.count, by: Self.step) {
            let count = min(Self.step, samples.count - start)
            let part = UnsafeMutableBufferPointer(rebasing: samples[start..<start + count])
            let next = Float(nextGain(UnsafePointer(part.baseAddress!).dotProduct(part.baseAddress!, count) / Float(count)))
            let slope = (next - gain) / Float(count)
            for index in part.indices { part[index] *= gain + slope * Float(index) }
            gain = next
        }
    }

    private mutating func nextGain(_ meanSquare: Float) -> Double {
        let now = Double(meanSquare)
        // Below it 16 bits hold nothing.
        guard now > 1e-9 || level != nil else { return 1 }
        let before = level ?? now
        let level = before + (now - before) * (now > before ? attack : release)
        self.level = level
        if usual == 0 { usual = level }
        if level > usual * Self.voice { usual += (level - usual) * adaption }
        let ratio = level / usual
        guard ratio > Self.noise else { return 1 }
        let decibels = min(Self.reach, max(-Self.reach, -10 * log10(ratio) * share))
        // What is hardly the voice any more is let go of by and by: noise is not raised.
        let hold = min(1, max(0, log(ratio / Self.noise) / log(Self.voice / Self.noise)))
        return pow(10, decibels * hold / 20)
    }
}
