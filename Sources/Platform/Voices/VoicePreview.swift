import Files

/// A sample of a voice's speech, as it is stored.
public struct VoicePreview: Sendable, Hashable {
    /// The stored file's name, which changes with what the sample is made of.
    public var name: String
    /// The length in bytes.
    public var size: Int
    /// The MIME type of the audio.
    public var contentType: String
}
