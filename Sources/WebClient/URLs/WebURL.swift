import CCurl
import Foundation

/// An address on the web that requests may be sent to: `http` or `https`, a host in its one usual form, and no credentials.
///
/// It is strict, so that what is checked is what is connected to: of the many ways to write a host, it takes only those that all programs read alike.
public struct WebURL: Sendable, Hashable {
    /// The URL as it was given.
    public let text: String
    /// The name or address of its host, in small letters; an IPv6 address without brackets.
    public let host: String
    /// The port, 1 to 65535.
    public let port: Int

    /// The longest URL, in bytes.
    public static let limit = 2048

    /// Reads a URL.
    public init(_ text: String) throws(WebURLError) {
        guard text.utf8.count <= Self.limit else { throw .tooLong(limit: Self.limit) }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .notASCII }
        let lowercased = text.lowercased()
        guard let scheme = ["http", "https"].first(where: { lowercased.hasPrefix("\($0)://") }) else { throw .unknownScheme }
        let rest = text.dropFirst(scheme.count + 3)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else { throw .credentials }
        let (name, port) = try Self.split(authority)
        guard let host = Self.host(name.lowercased()) else { throw .invalidHost }
        self.text = text
        self.host = host
        self.port = port ?? (scheme == "https" ? 443 : 80)
        guard isReadAlike() else { throw .malformed }
    }

    /// The host and the port of an authority (RFC 3986, section 3.2).
    private static func split(_ authority: Substring) throws(WebURLError) -> (name: String, port: Int?) {
        let end = authority.first == "[" ? authority.firstIndex(of: "]").map { authority.index(after: $0) } : authority.firstIndex(of: ":")
        guard let end else {
            guard authority.first != "[" else { throw .invalidHost }
            return (String(authority), nil)
        }
        let (name, tail) = (String(authority[..<end]), authority[end...])
        if tail.isEmpty { return (name, nil) }
        let digits = tail.dropFirst()
        guard tail.first == ":", (1...5).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits),
            (1...65_535).contains(port)
        else { throw .invalidPort }
        return (name, port)
    }

    /// The host that a name is; nil for one that is not in its usual form.
    private static func host(_ name: String) -> String? {
        if name.hasPrefix("[") {
            let address = String(name.dropFirst().dropLast())
            guard let parsed = IPAddress(address), !parsed.isV4 else { return nil }
            return address
        }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.allSatisfy({ (1...63).contains($0.utf8.count) && $0.utf8.allSatisfy(isHostByte) }) else { return nil }
        // A last label that is a number makes the host one: `127.1`, `0x7f000001` and `2130706433` are all 127.0.0.1 to some programs.
        guard let last = labels.last, last.allSatisfy(\.isNumber) || last.hasPrefix("0x") else { return name }
        guard IPAddress(name) != nil else { return nil }
        return name
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// Whether libcurl, which connects, finds the same host and port in it.
    private func isReadAlike() -> Bool {
        guard let handle = curl_url() else { return false }
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK else { return false }
        func part(_ part: CURLUPart, flags: UInt32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, part, &value, flags) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        let found = part(CURLUPART_HOST)?.lowercased().trimmingCharacters(in: ["[", "]"])
        let isSameHost = found == host || (found.flatMap { IPAddress($0) }.map { $0 == IPAddress(host) } ?? false)
        return isSameHost && part(CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)) == "\(port)"
    }
}
