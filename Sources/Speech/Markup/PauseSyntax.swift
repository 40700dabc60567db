/// The ways of writing a pause into a text that count in a request. A way that does not count is text like any other.
public struct PauseSyntax: OptionSet, Sendable, Codable, Hashable {
    /// The bits that are set.
    public let rawValue: Int

    /// The ways whose bits are set in `rawValue`.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// `<#0.5#>`: seconds, with at most two decimals.
    public static let number = PauseSyntax(rawValue: 1)
    /// `<break time="0.5s" />`: seconds or milliseconds, as in SSML.
    public static let breakTag = PauseSyntax(rawValue: 2)
    /// Both ways.
    public static let all: PauseSyntax = [.number, .breakTag]
}
