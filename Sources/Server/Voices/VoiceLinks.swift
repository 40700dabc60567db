import Speech

/// Where a voice's picture and its preview are: open to everyone, as the voices of the system are.
struct VoiceLinks: Sendable {
    /// The base of links.
    let base: String

    /// The path under which both are.
    static let path = "/files/voices"

    /// The picture, an SVG.
    func cover(of voice: Voice) -> String {
        "\(base)\(Self.path)/\(voice.id).svg"
    }

    /// A short sample of its speech, an MP3, made when it is first asked for.
    func sample(of voice: Voice) -> String {
        "\(base)\(Self.path)/\(voice.id).mp3"
    }
}
