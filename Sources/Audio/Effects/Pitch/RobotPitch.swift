/// The one pitch of a robot.
struct RobotPitch {
    /// Its period in samples: whole ones, so that it never wavers.
    let period: Int

    /// Between those of men and women, in Hz.
    private static let frequency = 120.0

    /// The pitch of a robot of a size.
    init(size: SpeakerSize, sampleRate: Int) {
        period = Int((Double(sampleRate) / (Self.frequency * size.ratio)).rounded())
    }
}
