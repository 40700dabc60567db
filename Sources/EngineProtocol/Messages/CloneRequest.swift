/// A recording that will be sent, of somebody who is to be cloned.
public struct CloneRequest: Sendable, Codable, Hashable {
    /// Whether steady noise is taken out of what is measured.
    public var reducesNoise: Bool

    /// The longest recording that is taken, in bytes.
    public static let sizeLimit = 20 << 20

    /// A request whose recording is measured as it is unless it says otherwise.
    public init(reducesNoise: Bool = false) {
        self.reducesNoise = reducesNoise
    }
}
