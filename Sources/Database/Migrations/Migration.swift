/// One step from an older schema to a newer one. Once released it never changes: what comes after is a new one.
public struct Migration: Sendable {
    /// The name it is remembered by, unlike that of any other: `"0001-users"`.
    public let id: String
    /// What it does, in order.
    public let statements: [SQL]

    /// A step named `id` that runs `statements`, each of them one statement.
    public init(id: String, statements: [SQL]) {
        self.id = id
        self.statements = statements
    }
}
