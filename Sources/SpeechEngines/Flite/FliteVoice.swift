import CFlite
import Foundation
import Speech

/// One of Flite's voices.
struct FliteVoice {
    private let voice: UnsafeMutablePointer<cst_voice>
    /// Whether its sound is made from a track of parameters (pitch and spectrum), which can be changed before it is heard.
    private let isStatistical: Bool

    init(_ voice: UnsafeMutablePointer<cst_voice>) {
        self.voice = voice
        isStatistical = feat_present(voice.pointee.features, "cg_db") != 0
        if !isStatistical { CFlite_setPitchModel(voice) { FliteUtterance.of($0)?.modelPitch($0) ?? us_f0_model($0) } }
    }

    /// Speaks a sentence, whose first sample is the utterance's sample `first`; answers how many samples it has.
    func speak(
        _ text: FliteText, timbre: Timbre, speed: Double, pitch: FlitePitch, startingAt first: Int, into sink: any SpeechSink
    ) throws -> Int {
        let current = FliteUtterance(text: text, pitch: pitch, first: first, sink: sink)
        CFlite_setDurationStretch(voice, Float(1 / (speed * timbre.rate)))
        let reshapesTrack = isStatistical && (!pitch.isUsual || timbre.formants != 1)
        CFlite_setStreaming(voice, Self.streaming(into: current, stopsAtOnce: reshapesTrack))
        let bytes = text.bytes.map { CChar(bitPattern: $0) } + [0]
        guard let spoken = flite_synth_text(bytes, voice) else {
            throw SpeechEngineError.failed(engine: EngineVoice.Engine.flite.rawValue, reason: "flite_synth_text made nothing")
        }
        defer { delete_utterance(spoken) }
        if reshapesTrack { try speakTrack(of: spoken, pitch: pitch, formants: timbre.formants, into: current) }
        return try current.finish(spoken)
    }

    /// Makes the sound again from the utterance's track, with its pitch and formants moved: the statistical voices know no parameter for that.
    private func speakTrack(
        of spoken: UnsafeMutablePointer<cst_utterance>, pitch: FlitePitch, formants: Double, into current: FliteUtterance
    ) throws {
        guard let database = val_cg_db(feat_val(voice.pointee.features, "cg_db")),
            feat_present(spoken.pointee.features, "param_track") != 0,
            let track = val_track(feat_val(spoken.pointee.features, "param_track"))
        else { throw SpeechEngineError.failed(engine: EngineVoice.Engine.flite.rawValue, reason: "the voice has no parameter track") }
        var excitation: UnsafeMutablePointer<cst_track>?
        if feat_present(spoken.pointee.features, "str_track") != 0 { excitation = val_track(feat_val(spoken.pointee.features, "str_track")) }
        Self.reshape(track, pitch: pitch)
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

    /// Moves the pitch, which is each frame's first channel in Hz (0 where unvoiced).
    private static func reshape(_ track: UnsafeMutablePointer<cst_track>, pitch: FlitePitch) {
        let count = Int(track.pointee.num_frames)
        guard let frames = track.pointee.frames else { return }
        let moved = pitch.moved((0..<count).map { (hertz: frames[$0]?[0] ?? 0, place: Float($0) / Float(count)) })
        for index in 0..<count { frames[index]?[0] = moved[index] }
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
