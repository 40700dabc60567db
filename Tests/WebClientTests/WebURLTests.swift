import Testing
import WebClient

@Suite struct WebURLTests {
    @Test(arguments: [
        ("https://example.com/hook", "example.com", 443),
        ("http://example.com", "example.com", 80),
        ("HTTPS://Example.COM:8443/a?b=c#d", "example.com", 8443),
        ("http://my_service:3000/", "my_service", 3000),
        ("http://xn--bcher-kva.example/%C3%A9", "xn--bcher-kva.example", 80),
        ("http://192.0.2.1:65535?x", "192.0.2.1", 65_535),
        ("http://[2001:DB8::1]:81/", "2001:db8::1", 81),
        ("http://[::ffff:192.0.2.1]/", "::ffff:192.0.2.1", 80),
        ("http://1a.example/", "1a.example", 80),
        ("http://127.0.0.1.example.com/", "127.0.0.1.example.com", 80),
    ])
    func `a URL has a host and a port`(text: String, host: String, port: Int) throws {
        let url = try WebURL(text)
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.text == text)
    }

    @Test(
        arguments: [
            ("ftp://example.com/", .unknownScheme), ("file:///etc/passwd", .unknownScheme), ("example.com/hook", .unknownScheme),
            ("//example.com/", .unknownScheme), ("gopher://127.0.0.1/", .unknownScheme), ("https:/example.com", .unknownScheme), ("", .unknownScheme),
            ("javascript:alert(1)", .unknownScheme), (" https://example.com", .notASCII), ("https://example.com/a b", .notASCII),
            ("https://exämple.com/", .notASCII), ("https://example.com/\r\nHost: a", .notASCII), ("https://\u{2488}27.0.0.1/", .notASCII),
            ("https://ⓔxample.com/", .notASCII), ("https://example。com/", .notASCII),
            ("https://user@example.com/", .credentials), ("https://user:password@example.com/", .credentials),
            ("http://a@b@127.0.0.1/", .credentials),
            ("http://example.com\\@127.0.0.1/", .credentials), ("http://@127.0.0.1/", .credentials),
            ("https://example.com:0/", .invalidPort), ("https://example.com:65536/", .invalidPort), ("https://example.com:/", .invalidPort),
            ("https://example.com:80a/", .invalidPort), ("https://example.com:-1/", .invalidPort), ("http://[::1]x/", .invalidPort),
            ("http://a:80:81/", .invalidPort),
        ] as [(String, WebURLError)])
    func `what is no URL of the web is refused`(text: String, error: WebURLError) {
        #expect(throws: error) { try WebURL(text) }
    }

    @Test(arguments: [
        "2130706433", "0x7f000001", "0X7F.1", "017700000001", "127.1", "127.0.1", "0177.0.0.1", "127.0.0.01", "0x7f.0.0.1", "127.0.0.1.",
        "localhost.",
        "127.0.0.256", "127.0.0.0x1", "1.2.3.4.5", "%31%32%37.0.0.1", "127%2e0.0.1", "[::1", "[::1%25lo]", "[::1%lo]", "[127.0.0.1]", "[]", "::1", "",
        ".example.com", "example..com", "exa mple.com", "exam!ple.com", "*.example.com", "example.com\\", String(repeating: "a", count: 64),
        String(repeating: "a.", count: 127) + "com", "[fe80::1%eth0]", "[v1.a]", "a,b", "(a)", "a;b", "~",
    ])
    func `a host in an odd spelling is refused`(host: String) {
        #expect(throws: WebURLError.self) { try WebURL("http://\(host)/") }
    }

    @Test func `a URL that is too long is refused`() throws {
        let longest = "https://example.com/" + String(repeating: "a", count: 2028)
        #expect(try WebURL(longest).text == longest)
        #expect(throws: WebURLError.tooLong(limit: 2048)) { try WebURL(longest + "a") }
    }
}
