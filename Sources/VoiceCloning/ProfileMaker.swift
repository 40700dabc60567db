import Audio
import Foundation
import Speech

/// Makes a profile of a speaker: has engines speak as a `ProfileSearch` asks, and measures what they say.
public struct ProfileMaker {
    private let engine: (EngineVoice) -> any SpeechEngine

    /// How high what is spoken may reach in the calibration text, full scale at 1, so that no other text clips.
    private static let peak = 0.55
    /// How much softer it is spoken to find that out, in natural logarithms of power.
    private static let headroom = log(16.0)

    /// - Parameter engine: Answers the engine of a voice.
    public init(engine: @escaping (EngineVoice) -> any SpeechEngine) {
        self.engine = engine
    }

    /// The profile of a speaker.
    ///
    /// - Parameter progress: Called before each voice that is tried; what it throws ends the search.
    /// - Throws: `SpeechEngineError`.
    public func profile(of speaker: SpeakerMeasures, progress: () throws -> Void = {}) throws -> VoiceProfile {
        var search = ProfileSearch(for: speaker)
        while let voice = search.next() {
            try progress()
            let spoken = try speak(with: voice)
            let samples = spoken.samples.map { Float($0) * (1 / 32_768) }
            search.take(SpeakerAnalyser.measure(samples, sampleRate: spoken.sampleRate))
        }
        guard var profile = search.result() else {
            throw SpeechEngineError.failed(engine: "The search", reason: "it found no voice")
        }
        profile.english.map = try fitted(profile.english)
        profile.others.map = try fitted(profile.others)
        return profile
    }

    private func speak(with voice: EngineVoice) throws -> SpokenSamples {
        let spoken = SpokenSamples()
        let utterance = Utterance(text: CalibrationText.text, voice: voice.name, timbre: voice.timbre, prosody: .usual, isContinued: false)
        try engine(voice).speak(utterance, into: spoken)
        return spoken
    }

    /// A speaker's map, so soft that nothing clips.
    private func fitted(_ speaker: ClonedSpeaker) throws -> EnvelopeMap {
        let spoken = try speak(with: speaker.voice)
        let mapper = EnvelopeMapper(speaker.map.raised(by: -Self.headroom), sampleRate: spoken.sampleRate)
        var highest = 0
        let note = { (samples: UnsafeBufferPointer<Int16>) in highest = samples.reduce(highest) { max($0, abs(Int($1))) } }
        spoken.samples.withUnsafeBufferPointer { mapper.process($0, note) }
        mapper.finish(note)
        let peak = Double(highest) / 32_768 * exp(Self.headroom / 2)
        return peak > Self.peak ? speaker.map.raised(by: 2 * log(Self.peak / peak)) : speaker.map
    }
}
