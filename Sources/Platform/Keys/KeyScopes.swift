import Database

/// The scopes of a key. As a text, and in the database, they are words with commas between: `speak,read`.
public struct KeyScopes: Sendable, Hashable {
    private let scopes: Set<KeyScope>

    /// What a key has that was given no others: all but `admin`.
    public static let standard = KeyScopes([.speak, .clone, .read])

    /// These scopes.
    public init(_ scopes: Set<KeyScope>) {
        self.scopes = scopes
    }

    /// The scopes that `text` names; nil where it names none, or one that there is not.
    public init?(_ text: String) {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        let scopes = words.compactMap { KeyScope(rawValue: String($0)) }
        guard scopes.count == words.count else { return nil }
        self.scopes = Set(scopes)
    }

    /// Whether `scope` is among them.
    public func contains(_ scope: KeyScope) -> Bool {
        scopes.contains(scope)
    }

    /// Their names, always in the same order.
    public var text: String {
        KeyScope.allCases.filter(scopes.contains).map(\.rawValue).joined(separator: ",")
    }
}

extension KeyScopes: SQLConvertible {
    public static var sqlType: SQLType { .text }

    public var sqlValue: SQLValue { .text(text) }

    /// A word that this version does not know opens nothing here.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        scopes = Set(text.split(separator: ",").compactMap { KeyScope(rawValue: String($0)) })
    }
}
