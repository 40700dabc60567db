/// How a host says that it is ready.
public struct HostGreeting: Sendable, Codable, Hashable {
    /// The version of the protocol that it speaks.
    public var version: Int
    /// What confines it: `limits`, `seccomp`, `landlock`; what the kernel lacks is left out.
    public var confinement: [String]
    /// What it is built on, with versions, for people: `espeak-ng 1.51`.
    public var versions: [String]

    /// The version that this program speaks.
    public static let currentVersion = 1

    /// A greeting in the current version.
    public init(confinement: [String], versions: [String]) {
        version = Self.currentVersion
        self.versions = versions
        self.confinement = confinement
    }
}
