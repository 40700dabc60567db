import WebClient

/// Where the picture of a voice is, which its user gives: an absolute `http` or `https` URL. It is handed on as it is, and never fetched.
public struct CoverURL: Sendable, Hashable {
    /// The URL.
    public let text: String

    /// Reads a URL.
    ///
    /// - Parameter field: What the caller's family calls it, for errors.
    /// - Throws: ``PlatformError/invalid(field:_:)``.
    public init(_ text: String, field: String) throws(PlatformError) {
        do {
            self.text = try WebURL(text).text
        } catch {
            throw .invalid(field: field, error.message)
        }
    }
}
