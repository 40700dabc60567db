extension Emotion {
    /// How the emotion changes speech.
    ///
    /// The directions are those that studies of human speech agree on; how far each goes is chosen so that it is plain to hear and all words stay clear.
    ///
    /// - Happy, sad, angry and fearful follow P. Juslin and P. Laukka, "Communication of emotions in vocal expression and music performance" (2003),
    ///   a review of 104 studies. Happy: fast, high and lively, rising, rather loud, rather bright. Sad: slow, low and level, falling, soft, dark.
    ///   Angry: fast, high and lively, rising, loud, bright. Fearful: fast, high but level, rising, soft, dark.
    /// - Disgusted follows I. Murray and J. Arnott, "Toward the simulation of emotion in synthetic speech" (1993): very slow, very low, its range slightly
    ///   wider, falling far at the end, soft; their "grumbled chest tone" is taken for dark. The breath in happy is theirs, too; in fearful it stands
    ///   for their irregular voicing.
    /// - Surprised follows K. Scherer and J. Oshinsky, "Cue utilization in emotion attribution from auditory stimuli" (1977): fast, high, its range
    ///   wide, rising, with many harmonics (bright); loud as every emotion is that rouses.
    public var prosodyChange: ProsodyChange {
        switch self {
        case .happy: ProsodyChange(speed: 1.1, pitch: 2.5, pitchRange: 1.4, contour: 3, loudness: 2, tilt: 2.5, breathiness: 0.03)
        case .sad: ProsodyChange(speed: 0.85, pitch: -2, pitchRange: 0.5, contour: -3, loudness: -4, tilt: -6)
        case .angry: ProsodyChange(speed: 1.12, pitch: 3, pitchRange: 1.5, contour: 3, loudness: 4, tilt: 6)
        case .fearful: ProsodyChange(speed: 1.2, pitch: 4, pitchRange: 0.6, contour: 1, loudness: -3, tilt: -4, breathiness: 0.02)
        case .disgusted: ProsodyChange(speed: 0.8, pitch: -3.5, pitchRange: 1.1, contour: -2.5, loudness: -2, tilt: -5)
        case .surprised: ProsodyChange(speed: 1.08, pitch: 4.5, pitchRange: 1.7, contour: 5, loudness: 2, tilt: 4)
        case .neutral: .none
        }
    }
}
