/// How far speech departs from the way in which it would be spoken otherwise.
public struct ProsodyChange: Sendable, Hashable {
    /// Times the speed.
    public var speed: Double
    /// Semitones above the pitch.
    public var pitch: Double
    /// Times the range of pitch.
    public var pitchRange: Double
    /// Semitones by which the pitch rises from a sentence's start to its end, about its middle, on top of its melody; below 0, by which it falls.
    public var contour: Double
    /// Decibels above the loudness.
    public var loudness: Double
    /// Decibels by which what lies above the middle of the spectrum is raised against what lies below.
    public var tilt: Double
    /// The level of the breath noise that is mixed in, times the voice's own: 0 (none) to 1.
    public var breathiness: Double

    /// No change at all.
    public static let none = ProsodyChange()

    /// A change; what is not given stays as it is.
    public init(
        speed: Double = 1, pitch: Double = 0, pitchRange: Double = 1, contour: Double = 0, loudness: Double = 0, tilt: Double = 0,
        breathiness: Double = 0
    ) {
        self.speed = speed
        self.pitch = pitch
        self.pitchRange = pitchRange
        self.contour = contour
        self.loudness = loudness
        self.tilt = tilt
        self.breathiness = breathiness
    }
}
