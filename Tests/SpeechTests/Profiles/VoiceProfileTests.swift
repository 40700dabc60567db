import Foundation
import Testing

@testable import Speech

@Suite("The profile of a speaker")
struct VoiceProfileTests {
    /// Envelopes that scatter about a mean, the same for one seed.
    private static func statistics(mean: Double, spread: Double, seed: UInt64, count: Int = 800) -> EnvelopeStatistics {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func noise() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(Int64(bitPattern: state)) / 0x1p63
        }
        var statistics = EnvelopeStatistics()
        for _ in 0..<count {
            let common = noise()
            statistics.add((0..<EnvelopeScale.order).map { mean / Double($0 + 1) + spread * (noise() + 0.5 * common) / Double($0 + 1) })
        }
        return statistics
    }

    /// Envelopes that swing faster or slower.
    private static func moments(swing: Double) -> [[Float]?] {
        (0..<400).map { index in (0..<EnvelopeScale.order).map { Float(sin(Double(index) * swing * (1 + 0.37 * Double($0)))) } }
    }

    private static func speaker(pitch: Double, mean: Double, spread: Double, seed: UInt64, swing: Double = 0.1) -> SpeakerMeasures {
        var speaker = SpeakerMeasures()
        speaker.seconds = 10
        speaker.pitch = pitch
        speaker.pitchSpread = 2.5
        speaker.pace = 4
        speaker.formants = [500, 1500, 2500]
        speaker.voiced = statistics(mean: mean, spread: spread, seed: seed)
        speaker.unvoiced = statistics(mean: -mean, spread: spread, seed: seed + 1)
        speaker.moments = moments(swing: swing)
        return speaker
    }

    @Test("a transport brings mean and spread to the other speaker's")
    func transport() {
        let (source, target) = (Self.statistics(mean: 1, spread: 1, seed: 1), Self.statistics(mean: 3, spread: 2, seed: 2))
        let map = source.transport(to: target, level: 0)
        let order = EnvelopeScale.order
        var matrix = SquareMatrix(size: order)
        matrix.values = map.matrix.map(Double.init)
        let moved = matrix.times(source.mean)
        for index in 0..<order { #expect(abs(moved[index] + Double(map.offset[index]) - target.mean[index]) < 1e-3) }
        let spread = matrix * source.covariance(floor: 0.02) * matrix
        let wanted = target.covariance(floor: 0.02)
        for (found, value) in zip(spread.values, wanted.values) { #expect(abs(found - value) < 1e-3) }
    }

    @Test("unvoiced sounds become no softer beside voiced ones than the engine's")
    func consonants() {
        let engine = Self.speaker(pitch: 100, mean: 1, spread: 1, seed: 3)
        var speaker = Self.speaker(pitch: 100, mean: 1, spread: 1, seed: 5)
        for softening in [-20.0, 20] {
            speaker.unvoiced = Self.statistics(mean: -1 + softening, spread: 1, seed: 6)
            let map = EnvelopeMap.clear(between: engine, and: speaker)
            let change = { (map: AffineMap, mean: [Double]) in
                zip(map.matrix, mean).reduce(Double(map.offset[0])) { $0 + Double($1.0) * $1.1 } - mean[0]
            }
            let (voiced, unvoiced) = (change(map.voiced, engine.voiced.mean), change(map.unvoiced, engine.unvoiced.mean))
            #expect(softening < 0 ? abs(unvoiced - voiced) < 0.01 : unvoiced > voiced + 1)
        }
    }

    @Test("the way to oneself is none")
    func stay() {
        let source = Self.statistics(mean: 1, spread: 1, seed: 1)
        let map = source.transport(to: source, level: 0)
        #expect(abs(source.divergence(from: source)) < 1e-6)
        for (found, value) in zip(map.matrix, AffineMap.identity.matrix) { #expect(abs(found - value) < 1e-4) }
    }

    @Test("cepstra and levels are two ways of writing one envelope")
    func scale() {
        let cepstrum = (0..<EnvelopeScale.order).map { 1 / Double($0 + 1) }
        let back = EnvelopeScale.cepstrum(of: EnvelopeScale.levels(of: cepstrum))
        for (found, value) in zip(back, cepstrum) { #expect(abs(found - value) < 1e-12) }
    }

    @Test("the search brings pitch and pace to the speaker's, and takes the nearest voice")
    func search() throws {
        let target = Self.speaker(pitch: 200, mean: 2, spread: 1, seed: 7)
        var search = ProfileSearch(for: target)
        var trials = 0
        while let voice = search.next() {
            trials += 1
            #expect(trials < 60)
            // Voices whose pitch follows their timbre; slt is the one most like the speaker.
            let pitches: [String: Double] = ["rms": 100, "slt": 170, "awb": 125]
            let usual = pitches[voice.name] ?? 110
            var spoken = Self.speaker(
                pitch: usual * exp2(voice.timbre.pitch / 12), mean: 2, spread: 1, seed: 7, swing: voice.name == "slt" ? 0.1 : 0.4)
            spoken.pace = 5 * voice.timbre.rate
            search.take(spoken)
        }
        let profile = try #require(search.result())
        #expect(profile.english.voice.name == "slt")
        #expect(abs(profile.english.voice.timbre.pitch - 12 * log2(200.0 / 170)) < 0.1)
        #expect(profile.english.voice.timbre.rate < 0.95)
        #expect(profile.others.voice.engine == .espeak)
    }

    @Test("of voices that are alike otherwise, the search takes the one whose throat and mouth are as long as the speaker's")
    func length() throws {
        var target = Self.speaker(pitch: 172, mean: 2, spread: 1, seed: 7)
        target.formants = [410, 1500, 2640]
        var search = ProfileSearch(for: target)
        // slt speaks at the speaker's height, and awb has his formants.
        let usual: [String: (pitch: Double, third: Double)] = ["rms": (100, 2300), "slt": (165, 2930), "awb": (130, 2560)]
        while let voice = search.next() {
            let (pitch, third) = usual[voice.name] ?? (110, 2500)
            var spoken = Self.speaker(pitch: pitch * exp2(voice.timbre.pitch / 12), mean: 2, spread: 1, seed: 7)
            spoken.formants = [410, 1500, third * voice.timbre.formants]
            search.take(spoken)
        }
        let profile = try #require(search.result())
        #expect(profile.english.voice.name == "awb")
        #expect(abs(2500 * profile.others.voice.timbre.formants / 2640 - 1) < 0.03)
    }

    @Test("a profile that was written is read back as it was")
    func codable() throws {
        let target = Self.speaker(pitch: 200, mean: 2, spread: 1, seed: 7)
        let map = EnvelopeMap.between(Self.speaker(pitch: 100, mean: 1, spread: 1, seed: 3), and: target)
        let profile = VoiceProfile(
            speaker: SpeakerDescription(target), english: ClonedSpeaker(voice: EngineVoice(engine: .flite, name: "rms"), map: map),
            others: ClonedSpeaker(voice: EngineVoice(engine: .espeak, name: "en-us"), map: map))
        let data = try JSONEncoder().encode(profile)
        #expect(try JSONDecoder().decode(VoiceProfile.self, from: data) == profile)
        #expect(data.count < 40_000)
        let length: Double = try #require(profile.speaker.vocalTractLength)
        #expect(abs(length - 17.5) < 0.1)
    }
}
