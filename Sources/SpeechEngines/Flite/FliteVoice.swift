import CFlite
import Foundation
import Speech

/// How a voice's pitch is moved.
private struct Melody: Hashable {
    /// Semitones up.
    var pitch: Double
    /// Times its range.
    var range: Double
}

/// One of Flite's voices.
struct FliteVoice {
    private let voice: UnsafeMutablePointer<cst_voice>
    /// Whether its sound is made from a track of parameters (pitch and spectrum), which can be changed before it is heard.
    private let isStatistical: Bool
    private let usualRange: Float

    init(_ voice: UnsafeMutablePointer<cst_voice>) {
        self.voice = voice
        isStatistical = feat_present(voice.pointee.features, "cg_db") != 0
        usualRange = flite_get_param_float(voice.pointee.features, "int_f0_target_stddev", 12)
    }

    /// Speaks a sentence, whose first sample is the utterance's sample `first`; answers how many samples it has.
    func speak(_ text: FliteText, timbre: Timbre, prosody: Prosody, startingAt first: Int, into sink: any SpeechSink) throws -> Int {
        let current = FliteUtterance(text: text, first: first, sink: sink)
        CFlite_setDurationStretch(voice, Float(1 / (prosody.speed * timbre.rate)))
        let melody = Melody(pitch: prosody.pitch + timbre.pitch, range: prosody.pitchRange * timbre.range)
        let reshapesTrack = isStatistical && (melody != Melody(pitch: 0, range: 1) || timbre.formants != 1)
        if !isStatistical {
            let ratio = Float(pow(2, melody.pitch / 12))
            CFlite_setPitchShift(voice, ratio)
            CFlite_setPitchDeviation(voice, usualRange * Float(melody.range) * ratio)
        }
        CFlite_setStreaming(voice, Self.streaming(into: current, stopsAtOnce: reshapesTrack))
        let bytes = text.bytes.map { CChar(bitPattern: $0) } + [0]
        guard let spoken = flite_synth_text(bytes, voice) else {
            throw SpeechEngineError.failed(engine: EngineVoice.Engine.flite.rawValue, reason: "flite_synth_text made nothing")
        }
        defer { delete_utterance(spoken) }
        if reshapesTrack { try speakTrack(of: spoken, melody: melody, formants: timbre.formants, into: current) }
        return try current.finish(spoken)
    }

    /// Makes the sound again from the utterance's track, with its pitch and formants moved: the statistical voices know no parameter for that.
    private func speakTrack(
        of spoken: UnsafeMutablePointer<cst_utterance>, melody: Melody, formants: Double, into current: FliteUtterance
    ) throws {
        guard let database = val_cg_db(feat_val(voice.pointee.features, "cg_db")),
            feat_present(spoken.pointee.features, "param_track") != 0,
            let track = val_track(feat_val(spoken.pointee.features, "param_track"))
        else { throw SpeechEngineError.failed(engine: EngineVoice.Engine.flite.rawValue, reason: "the voice has no parameter track") }
        var excitation: UnsafeMutablePointer<cst_track>?
        if feat_present(spoken.pointee.features, "str_track") != 0 { excitation = val_track(feat_val(spoken.pointee.features, "str_track")) }
        Self.reshape(track, melody: melody)
        let streaming = Self.streaming(into: current, stopsAtOnce: false)
        defer { delete_audio_streaming_info(streaming) }
        streaming?.pointee.utt = UnsafePointer(spoken)
        // The models tell of each parameter how it moves, too; of both comes the track that is heard.
        let heard = database.pointee.do_mlpg != 0 ? mlpg(track, UnsafeMutablePointer(mutating: database)) : track
        defer { if heard != track { delete_track(heard) } }
        // The spectrum is on a scale of frequency that an all-pass filter warps (the mel scale): another warp than it was made with moves all of it.
        var warped = database.pointee
        warped.mlsa_alpha = FrequencyWarp.alpha(moving: formants, from: warped.mlsa_alpha)
        guard let wave = withUnsafeMutablePointer(to: &warped, { mlsa_resynthesis(heard, excitation, $0, streaming, 0) }) else { return }
        delete_wave(wave)
    }

    /// Moves the pitch, which is each frame's first channel in Hz (0 where unvoiced), in the logarithm: the range about its mean, then all of it.
    private static func reshape(_ track: UnsafeMutablePointer<cst_track>, melody: Melody) {
        let count = Int(track.pointee.num_frames)
        guard let frames = track.pointee.frames else { return }
        let voiced = (0..<count).compactMap { frames[$0].map { $0[0] } }.filter { $0 > 0 }.map(logf)
        guard !voiced.isEmpty else { return }
        let mean = voiced.reduce(0, +) / Float(voiced.count)
        let shift = Float(melody.pitch / 12 * log(2))
        for index in 0..<count {
            guard let frame = frames[index], frame[0] > 0 else { continue }
            frame[0] = expf(mean + (logf(frame[0]) - mean) * Float(melody.range) + shift)
        }
    }

    private static func streaming(into current: FliteUtterance, stopsAtOnce: Bool) -> UnsafeMutablePointer<cst_audio_streaming_info>? {
        let streaming = new_audio_streaming_info()
        streaming?.pointee.min_buffsize = 1024
        streaming?.pointee.userdata = Unmanaged.passUnretained(current).toOpaque()
        if stopsAtOnce {
            streaming?.pointee.asc = { _, _, _, _, _ in CST_AUDIO_STREAM_STOP }
        } else {
            streaming?.pointee.asc = { wave, start, size, _, streaming in
                guard let wave, let streaming, let user = streaming.pointee.userdata else { return CST_AUDIO_STREAM_STOP }
                return Unmanaged<FliteUtterance>.fromOpaque(user).takeUnretainedValue().take(wave, start: Int(start), count: Int(size))
            }
        }
        return streaming
    }
}
