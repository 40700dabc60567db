/// What speech costs, and how long its text may be.
public struct Tariff: Sendable, Hashable {
    /// What is counted of a text, a credit each.
    enum Unit: String, Sendable {
        case bytes
        case characters
    }

    /// What is counted.
    let unit: Unit
    /// How many a text may have.
    let limit: Int
    /// Whether it costs nothing.
    var isFree = false

    /// A credit a UTF-8 byte, up to 5000.
    public static let credits = Tariff(unit: .bytes, limit: 5000)

    /// Nothing, for up to 1000 characters (Unicode scalars).
    public static let freeThousand = Tariff(unit: .characters, limit: 1000, isFree: true)

    /// A credit a character (Unicode scalar), up to 100,000.
    public static let characters = Tariff(unit: .characters, limit: 100_000)

    /// What `text` costs, in credits.
    ///
    /// - Parameter field: What the family calls the text, for errors.
    /// - Throws: ``PlatformError/textTooLong(field:limit:unit:)``.
    public func price(of text: String, field: String = "text") throws(PlatformError) -> Int {
        let count = unit == .bytes ? text.utf8.count : text.unicodeScalars.count
        guard count <= limit else { throw .textTooLong(field: field, limit: limit, unit: unit.rawValue) }
        return isFree ? 0 : count
    }
}
