import Foundation
import Testing

@testable import Speech

@Suite struct SpeakerTurnsTests {
    /// Somebody who speaks for some seconds, about a pitch and an envelope of their own.
    private struct Speaker {
        var pitch: Double
        /// How far the pitch goes up and down, in semitones.
        var range = 2.0
        /// How far the envelope is from usual.
        var colour = 0.0
    }

    /// People who speak one behind the other, for some seconds each.
    private static func measures(_ turns: [(speaker: Speaker, seconds: Double)]) -> SpeakerMeasures {
        var measures = SpeakerMeasures()
        for (speaker, seconds) in turns {
            for index in 0..<Int(100 * seconds) {
                let time = Double(index) / 100
                measures.pitches.append(speaker.pitch * exp2(speaker.range * sin(1.7 * time) / 12))
                measures.moments.append((0..<EnvelopeScale.order).map { Float(sin(time * Double(7 + 3 * $0)) + speaker.colour) })
            }
            measures.moments += Array(repeating: nil, count: 40)
            measures.pitches += Array(repeating: 0, count: 40)
        }
        return measures
    }

    private static let man = Speaker(pitch: 110)
    private static let woman = Speaker(pitch: 200, colour: 0.8)

    @Test func `a man and a woman by turns are two`() {
        let turns = SpeakerTurns(Self.measures(Array(repeating: [(Self.man, 3.0), (Self.woman, 3.0)], count: 3).flatMap(\.self)))
        #expect(abs(turns.interval - 12 * log2(200.0 / 110)) < 1)
        #expect(abs(turns.seconds - 9) < 0.5)
        #expect(abs(turns.share - 0.5) < 0.03)
        #expect(turns.arePlain)
        #expect(SpeakerTurns(Self.measures([(Self.man, 9), (Self.woman, 9)])).arePlain)
    }

    @Test func `a lively voice, a voice that leaps and two voices of like height are not told from one`() {
        let lively = Speaker(pitch: 150, range: 7)
        #expect(!SpeakerTurns(Self.measures(Array(repeating: (lively, 5.3), count: 4))).arePlain)
        let leaping = Speaker(pitch: 200)
        #expect(!SpeakerTurns(Self.measures([(Self.man, 9), (leaping, 9)])).arePlain)
        let boy = Speaker(pitch: 150, colour: 0.8)
        #expect(!SpeakerTurns(Self.measures([(Self.man, 9), (boy, 9)])).arePlain)
    }

    @Test func `a word in between is no second speaker`() {
        #expect(!SpeakerTurns(Self.measures([(Self.man, 9), (Self.woman, 1.5), (Self.man, 9)])).arePlain)
        #expect(!SpeakerTurns(Self.measures([(Self.man, 20), (Self.woman, 2.5), (Self.man, 20)])).arePlain)
    }

    @Test func `silence and one tone have no turns`() {
        #expect(SpeakerTurns(SpeakerMeasures()) == SpeakerTurns(Self.measures([(Speaker(pitch: 100, range: 0), 6)])))
    }
}
