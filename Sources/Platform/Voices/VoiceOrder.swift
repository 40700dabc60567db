/// The orders in which voices are listed.
public enum VoiceOrder: Sendable, Hashable {
    /// The catalogue's: the best known first.
    case catalogue
    /// Those first that spoke most texts within the last year.
    case usesInYear
    /// Those first that spoke most characters within the last year.
    case charactersInYear
}
