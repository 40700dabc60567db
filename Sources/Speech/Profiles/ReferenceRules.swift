/// What is taken as a recording of a speaker.
public struct ReferenceRules: Sendable, Codable, Hashable {
    /// The kinds of files, told by what is in them.
    public var formats: [RecordingFormat]
    /// How long the recordings are together, in seconds.
    public var seconds: ClosedRange<Double>

    /// Rules with everything given.
    public init(formats: [RecordingFormat], seconds: ClosedRange<Double>) {
        self.formats = formats
        self.seconds = seconds
    }

    /// Every kind of file, 3 s to 5 minutes.
    public static let usual = ReferenceRules(formats: RecordingFormat.allCases, seconds: 3...300)

    /// The kinds for people: `MP3, WAV or WebM`.
    public var formatsText: String {
        guard let last = formats.last else { return "nothing" }
        let others = formats.dropLast().map(\.title).joined(separator: ", ")
        return others.isEmpty ? last.title : "\(others) or \(last.title)"
    }

    /// The lengths for people: `3 s to 5 minutes`.
    public var secondsText: String {
        "\(Self.text(seconds.lowerBound)) to \(Self.text(seconds.upperBound))"
    }

    /// A length for people: in minutes where it is several whole ones.
    private static func text(_ seconds: Double) -> String {
        let whole = Int(seconds.clamped(to: 0...1e6))
        return whole >= 120 && whole % 60 == 0 ? "\(whole / 60) minutes" : "\(whole) s"
    }
}
