/// How a family writes the tags of voices.
enum TagSpelling: Sendable, CaseIterable {
    /// As MiniMax audio has them: `Middle-Aged`, `US (General)`.
    case miniMax
    /// As Max has them: `Middle Aged`, `EN-US (General)`.
    case max
}
