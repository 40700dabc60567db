extension String {
    /// The text as names and tags are compared: in small letters, with spaces for hyphens and underscores.
    public var folded: String {
        String(lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
    }
}
