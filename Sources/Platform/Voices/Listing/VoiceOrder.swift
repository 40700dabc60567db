/// The order in which voices are listed. Those that are alike in it stay in the catalogue's: a user's own first, the newest before the others.
public struct VoiceOrder: Sendable, Hashable {
    /// What is compared.
    public enum Key: Sendable, Hashable {
        /// When a voice came; the system's came before any other.
        case creation
        /// When anything of it was last changed.
        case update
        /// Its name.
        case name
        /// How long it was recorded; nothing, for the system's.
        case duration
        /// How many texts it spoke, ever.
        case uses
        /// How many texts it spoke within the last year.
        case usesInYear
        /// How many characters it spoke within the last year.
        case charactersInYear
    }

    /// What is compared.
    public var key: Key
    /// Whether the least comes first.
    public var isAscending: Bool

    /// By `key`, the most first unless it is to be the other way round.
    public init(_ key: Key, isAscending: Bool = false) {
        self.key = key
        self.isAscending = isAscending
    }

    /// The catalogue's: the newest first, and of the system's voices the best known.
    public static let catalogue = VoiceOrder(.creation)
}
