import Glibc

/// How much smaller than itself a speaker is to sound.
///
/// A smaller body has a shorter vocal tract, whose formants are higher, and shorter vocal folds, whose pitch is: both by the same factor here, four semitones
/// at most. Between men and women, formants differ by about three (G. E. Peterson and H. L. Barney, "Control methods used in a study of the vowels", 1952).
struct SpeakerSize {
    /// What pitch and formants are multiplied by.
    let ratio: Double

    private static let semitones = 4.0

    /// - Parameter deepenLighten: -100 to 100.
    init(deepenLighten: Double) {
        ratio = pow(2, deepenLighten / 100 * Self.semitones / 12)
    }
}
