import Platform
import Speech

/// Where a voice's picture and its sample are: open to everyone who knows where.
struct VoiceLinks: Sendable {
    /// The base of links.
    let base: String

    /// The path under which the pictures of all voices and the samples of the system's are.
    static let path = "\(FileRoutes.path)/voices"

    /// The picture: the one that its user gave, or an SVG.
    func cover(of voice: ListedVoice) -> String {
        voice.clone?.coverURL ?? "\(base)\(Self.path)/\(voice.voice.id).svg"
    }

    /// A short sample of its speech, an MP3. One of the system's is made when it is first asked for.
    func sample(of voice: ListedVoice) -> String {
        voice.clone.map { FileRoutes.link(to: $0.sampleName, base: base) } ?? "\(base)\(Self.path)/\(voice.voice.id).mp3"
    }
}
