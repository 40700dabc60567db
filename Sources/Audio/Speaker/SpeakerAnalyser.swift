import Glibc
import Speech

/// Measures a speaker in a recording, or in what an engine speaks.
///
/// Each moment (10 ms) that is speech is voiced or not, by its pitch (``PitchTracker``), and its envelope goes to the statistics of its kind. The level
/// of the harmonics over the breath is Boersma's (1993), by how alike the voice is to itself; syllables are the loud moments with dips between them (N. de Jong
/// and T. Wempe, "Praat script to detect syllable nuclei and measure speech rate automatically", 2009).
public enum SpeakerAnalyser {
    /// How far under the loudest moments speech is lost, in dB.
    private static let range: Float = 40
    /// How far over the recording's noise a moment has to be, in dB.
    private static let overNoise: Float = 6
    /// By how many dB the level dips between two syllables.
    private static let dip: Float = 2
    /// Of how many voiced moments the formants are looked at: every so manieth.
    private static let formantStep = 3
    /// Between which frequencies the tilt is measured, in Hz.
    private static let tiltRange = 200.0...5000.0
    /// What is left at least of a band from which noise is taken.
    private static let subtractionFloor = 0.1

    /// Measures a recording.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second, at least 8000.
    ///   - reducesNoise: Whether steady noise is taken out of the envelopes (S. Boll, "Suppression of acoustic noise in speech using spectral
    ///     subtraction", 1979).
    public static func measure(_ samples: [Float], sampleRate: Int, reducesNoise: Bool = false) -> SpeakerMeasures {
        let track = PitchTracker(samples, sampleRate: sampleRate).track()
        let moments = looks(at: samples, sampleRate: sampleRate, count: track.moments.count)
        let threshold = threshold(moments.map(\.level))
        let noise = reducesNoise ? noise(in: moments, below: threshold) : nil
        var measures = SpeakerMeasures()
        var (pitches, likenesses) = ([Double](), [Double]())
        var power = 0.0
        for (moment, pitch) in zip(moments, track.moments) {
            guard moment.level > threshold else {
                measures.moments.append(nil)
                measures.pitches.append(0)
                continue
            }
            power += exp(Double(moment.level) / Self.decibel)
            measures.seconds += PitchTrack.interval
            let cepstrum = EnvelopeScale.cepstrum(of: noise.map { subtract($0, from: moment.bands) } ?? moment.bands)
            measures.moments.append(cepstrum.map(Float.init))
            measures.pitches.append(pitch.hertz)
            if pitch.hertz > 0 {
                measures.voiced.add(cepstrum)
                pitches.append(pitch.hertz)
                likenesses.append(pitch.likeness)
            } else {
                measures.unvoiced.add(cepstrum)
            }
        }
        guard measures.seconds > 0 else { return measures }
        measures.level = log(max(1e-12, power * PitchTrack.interval / measures.seconds))
        measures.pace = Double(syllables(moments.map(\.level), track, threshold)) / measures.seconds
        describe(&measures, pitches: pitches.sorted(), likenesses: likenesses.sorted())
        measures.formants = formants(samples, sampleRate: sampleRate, track: track, levels: moments.map(\.level), threshold: threshold)
        return measures
    }

    /// Decibels in a natural logarithm of power.
    private static let decibel = 10 / log(10.0)

    private struct Look {
        /// In dB of full scale.
        var level: Float
        var bands: [Double]
    }

    private static func looks(at samples: [Float], sampleRate: Int, count: Int) -> [Look] {
        let frame = EnvelopeFrame(sampleRate: sampleRate)
        let padded = [Float](repeating: 0, count: frame.window / 2) + samples + [Float](repeating: 0, count: frame.window)
        return padded.withUnsafeBufferPointer { padded in
            (0..<count).map { index in
                frame.look(at: padded.baseAddress! + Int(Double(index) * PitchTrack.interval * Double(sampleRate)))
                let bands = (0..<EnvelopeScale.bandCount).map { Double(frame.levels[$0]) }
                return Look(level: 10 * log10f(max(1e-12, frame.meanSquare)), bands: bands)
            }
        }
    }

    /// The level in dB above which a moment is speech.
    private static func threshold(_ levels: [Float]) -> Float {
        let sorted = levels.sorted()
        guard !sorted.isEmpty else { return 0 }
        let loudest = sorted[min(sorted.count - 1, sorted.count * 199 / 200)]
        let quiet = sorted[sorted.count / 20]
        return max(loudest - range, min(quiet + overNoise, loudest - range / 2), -90)
    }

    /// The mean power in each band where nobody speaks; nil where that is hardly ever.
    private static func noise(in moments: [Look], below threshold: Float) -> [Double]? {
        let quiet = moments.filter { $0.level < threshold && $0.level > -100 }
        guard quiet.count >= 10 else { return nil }
        return (0..<EnvelopeScale.bandCount).map { band in quiet.reduce(0) { $0 + exp($1.bands[band]) } / Double(quiet.count) }
    }

    private static func subtract(_ noise: [Double], from bands: [Double]) -> [Double] {
        zip(bands, noise).map { band, noise in log(max(exp(band) - noise, subtractionFloor * exp(band))) }
    }

    private static func describe(_ measures: inout SpeakerMeasures, pitches: [Double], likenesses: [Double]) {
        guard !pitches.isEmpty else { return }
        let count = pitches.count
        measures.pitch = pitches[count / 2]
        // Of a normal distribution the quartiles are 1.349 standard deviations apart.
        measures.pitchSpread = 12 * log2(pitches[count * 3 / 4] / pitches[count / 4]) / 1.349
        let likeness = min(0.9999, max(0.0001, likenesses[likenesses.count / 2]))
        measures.harmonicity = 10 * log10(likeness / (1 - likeness))
        measures.tilt = tilt(EnvelopeScale.levels(of: measures.voiced.mean))
    }

    /// The slope of levels over octaves, in dB, by least squares.
    private static func tilt(_ levels: [Double]) -> Double {
        let points = levels.indices.map { (x: log2(EnvelopeScale.edges[$0 + 1]), y: decibel * levels[$0]) }
        let inner = points.filter { tiltRange.contains(exp2($0.x)) }
        let (x, y) = (inner.reduce(0) { $0 + $1.x } / Double(inner.count), inner.reduce(0) { $0 + $1.y } / Double(inner.count))
        return inner.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / inner.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    }

    /// Loud voiced moments that are the highest since the last dip.
    private static func syllables(_ levels: [Float], _ track: PitchTrack, _ threshold: Float) -> Int {
        // Over 50 ms: a syllable has one top.
        let smooth = levels.indices.map { index -> Float in
            let around = levels[max(0, index - 2)...min(levels.count - 1, index + 2)]
            return around.reduce(0, +) / Float(around.count)
        }
        let loud = threshold + range / 3
        var (count, top, bottom, isRising) = (0, -Float.infinity, Float.infinity, true)
        for (index, level) in smooth.enumerated() {
            if isRising {
                top = max(top, level)
                guard level < top - dip else { continue }
                let moment = track.moments[max(0, index - 5)...index]
                if top > loud, moment.contains(where: { $0.hertz > 0 }) { count += 1 }
                (isRising, bottom) = (false, level)
            } else {
                bottom = min(bottom, level)
                if level > bottom + dip { (isRising, top) = (true, level) }
            }
        }
        return count
    }

    private static func formants(_ samples: [Float], sampleRate: Int, track: PitchTrack, levels: [Float], threshold: Float) -> [Double] {
        let decimated = DecimatedSamples(samples, sampleRate: sampleRate, near: 8000, passband: 0.45)
        let (slow, rate) = (decimated.samples, decimated.sampleRate)
        let finder = FormantFinder(sampleRate: rate)
        let reach = Int(0.015 * rate)
        let voiced = track.moments.indices.filter { track.moments[$0].hertz > 0 && levels[$0] > threshold + range / 2 }
        let found = stride(from: 0, to: voiced.count, by: formantStep).compactMap { index -> [Double]? in
            let middle = Int(Double(voiced[index]) * PitchTrack.interval * rate)
            guard middle >= reach, middle + reach <= slow.count else { return nil }
            return finder.formants(of: slow[middle - reach..<middle + reach])
        }
        guard found.count >= 5 else { return [] }
        return (0..<3).map { number in found.map { $0[number] }.sorted()[found.count / 2] }
    }
}
