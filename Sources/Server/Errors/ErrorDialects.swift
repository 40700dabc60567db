/// Which family's way of saying that something went wrong a path has.
struct ErrorDialects: Sendable {
    /// The beginnings of a family's paths, with its dialect.
    struct Family: Sendable {
        var prefixes: [String]
        var dialect: any ErrorDialect
    }

    /// Those that differ from `usual`.
    let families: [Family]
    /// What every other path has.
    let usual: any ErrorDialect

    /// Every family's.
    static let all = ErrorDialects(
        families: [
            Family(prefixes: ["/api/v1/me", "/api/v1/labs", "/api/v1/max", "/v1/me", "/v1/labs", "/v1/max"], dialect: LabsErrors()),
            Family(prefixes: ["/v1/minimax"], dialect: MiniMaxErrors()),
        ], usual: CreditsErrors())

    /// The dialect of `path`; `/v1/max` is the beginning of `/v1/max/voices`, and not of `/v1/maximum`.
    func dialect(of path: String) -> any ErrorDialect {
        families.first { $0.prefixes.contains { path == $0 || path.hasPrefix($0 + "/") } }?.dialect ?? usual
    }
}
