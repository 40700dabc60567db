/// A `POST` request.
public struct WebRequest: Sendable {
    /// Where it is sent.
    public var url: WebURL
    /// Its header fields, beside those that the client makes; nothing of them comes from outside.
    public var headers: [(name: String, value: String)]
    /// Its body.
    public var body: [UInt8]

    /// A request with everything given.
    public init(url: WebURL, headers: [(name: String, value: String)], body: [UInt8]) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}
