import Foundation
import Speech
import Testing

@testable import Audio

@Suite("Making a voice sound like another speaker")
struct EnvelopeMapperTests {
    private static func map(_ affine: AffineMap) -> EnvelopeMap {
        EnvelopeMap(
            voicing: VoicingRule(weights: Array(repeating: 0, count: EnvelopeScale.order), bias: 1), voiced: affine, unvoiced: affine,
            levels: -1000...1000)
    }

    private static func run(_ samples: [Int16], _ map: EnvelopeMap, sampleRate: Int, pieces: Int) -> [Int16] {
        let mapper = EnvelopeMapper(map, sampleRate: sampleRate)
        var result: [Int16] = []
        var start = 0
        while start < samples.count {
            let end = min(samples.count, start + pieces)
            samples[start..<end].withUnsafeBufferPointer { mapper.process($0) { result.append(contentsOf: $0) } }
            start = end
        }
        mapper.finish { result.append(contentsOf: $0) }
        return result
    }

    private static func voice(_ sampleRate: Int) -> [Int16] {
        SyntheticVoice(sampleRate: sampleRate).speech(syllables: 3).map { Int16($0 * 20_000) }
    }

    @Test("the map that changes nothing leaves every sample where it was", arguments: [16_000, 22_050, 15_300])
    func identity(sampleRate: Int) {
        let samples = Self.voice(sampleRate)
        let mapped = Self.run(samples, Self.map(.identity), sampleRate: sampleRate, pieces: 700)
        #expect(mapped.count == samples.count)
        #expect(zip(samples, mapped).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }

    @Test("what comes out does not depend on how the input is divided")
    func division() {
        let samples = Self.voice(16_000)
        let whole = Self.run(samples, Self.map(.identity).raised(by: -1), sampleRate: 16_000, pieces: samples.count)
        for pieces in [1, 99, 1024] {
            #expect(Self.run(samples, Self.map(.identity).raised(by: -1), sampleRate: 16_000, pieces: pieces) == whole)
        }
    }

    @Test("a map that lowers all levels by 6 dB halves the samples")
    func level() {
        let samples = Self.voice(16_000)
        let mapped = Self.run(samples, Self.map(.identity).raised(by: -log(4.0)), sampleRate: 16_000, pieces: 512)
        #expect(zip(samples, mapped).allSatisfy { abs(Int($0) / 2 - Int($1)) <= 4 })
    }

    @Test("nothing comes of nothing")
    func empty() {
        #expect(Self.run([], Self.map(.identity), sampleRate: 16_000, pieces: 1).isEmpty)
        #expect(Self.run([100], Self.map(.identity), sampleRate: 16_000, pieces: 1).count == 1)
    }
}
