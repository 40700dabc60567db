import Speech

/// What becomes of spoken samples.
public struct Finishing: Sendable, Codable, Hashable {
    /// The file that comes out.
    public var encoding: AudioEncoding
    /// Times the usual loudness: 0 to 10.
    public var volume: Double

    /// An encoding at a volume.
    public init(encoding: AudioEncoding, volume: Double) {
        self.encoding = encoding
        self.volume = volume
    }
}
