/// A failure of the database, in terms that do not depend on the driver.
///
/// Its message tells a person what to do, and holds no SQL and no values, so it can be logged anywhere. What the database itself said is in
/// ``detail``, and shows in `debugDescription` only.
public struct DatabaseError: Error, Hashable, Sendable {
    /// What has failed.
    public let kind: Kind
    /// What a person should know and do.
    public let message: String
    /// What the database said, for who develops with it. It may name tables and columns, and quote SQL, but never a bound value.
    public let detail: String?

    /// An error of a kind, with its usual message where none is given.
    public init(_ kind: Kind, message: String? = nil, detail: String? = nil) {
        self.kind = kind
        self.message = message ?? kind.message
        self.detail = detail
    }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        message
    }

    public var debugDescription: String {
        detail.map { "\(message) (\(kind): \($0))" } ?? "\(message) (\(kind))"
    }
}
