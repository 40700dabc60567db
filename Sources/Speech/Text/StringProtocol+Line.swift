extension StringProtocol {
    /// Whether it has no control characters, line breaks among them: such a text can stand in a list or a table, and tells a terminal nothing.
    public var isOneLine: Bool {
        !unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
