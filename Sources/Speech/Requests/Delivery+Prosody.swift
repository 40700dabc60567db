extension Delivery {
    /// How the delivery changes speech.
    ///
    /// The range of pitch is what listeners hear as lively or monotone (H. Traunmüller and A. Eriksson, "The perceptual evaluation of F0 excursions in speech",
    /// 1995, for whom liveliness grows with the excursions in semitones). The least stability widens it to 1.8 times, the most narrows it to 0.55 times;
    /// full style widens it to 1.5 times.
    public var prosodyChange: ProsodyChange {
        let unevenness = 1 - 2 * stability
        return ProsodyChange(pitchRange: (1 + (unevenness > 0 ? 0.8 : 0.45) * unevenness) * (1 + 0.5 * style))
    }
}
