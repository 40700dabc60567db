/// A place in a voice around which a period of it lies; where there is no voice, any place.
struct PitchMark {
    /// The place, in samples.
    var place: Int
    /// The voice's period there, in samples; nil where there is no voice.
    var period: Double?
}
