import Foundation
import Testing

/// A body that `POST /api/v1/tts` refuses, and how.
struct BadInput: Sendable, CustomTestStringConvertible {
    /// What is wrong with it.
    let testDescription: String
    /// The body.
    let body: Data
    /// The status that answers it.
    let status: Int
    /// The code that answers it.
    let code: String
    /// The message that answers it, or a part of it.
    let message: String

    init(_ name: String, _ body: Data, status: Int = 400, code: String = "INVALID_PARAMETERS", _ message: String) {
        testDescription = name
        self.body = body
        self.status = status
        self.code = code
        self.message = message
    }

    init(_ name: String, _ body: String, status: Int = 400, code: String = "INVALID_PARAMETERS", _ message: String) {
        self.init(name, Data(body.utf8), status: status, code: code, message)
    }

    /// The voice that is asked for where the voice is right, and that no other test asks for.
    static let voice = "af-female"
    /// That voice's title, which is among the first.
    static let voiceTitle = "Afrikaans, female"

    private static func speaking(_ text: String) -> String {
        #"{"text":"\#(text)","voiceId":"\#(voice)"}"#
    }

    /// Everything that is refused.
    static let all = texts + fields + webhooks + bodies

    private static let texts = [
        BadInput("an empty text", speaking(""), "text is empty: give it at least one word"),
        BadInput("spaces", speaking("   "), "text is empty: give it at least one word"),
        BadInput("spaces of all kinds", speaking(" \u{A0}\u{3000}\u{2003}\\n\\t"), "text is empty: give it at least one word"),
        BadInput("marks alone", speaking("... --- !!! ?"), "text holds nothing that can be spoken"),
        BadInput("marks that are not seen", speaking("\u{200D}\u{200B}\u{2060}"), "text holds nothing that can be spoken"),
        BadInput("a byte too many", speaking(String(repeating: "a", count: 5001)), "Text exceeds maximum length of 5000 bytes"),
        BadInput(
            "a byte too many, in few characters", speaking(String(repeating: "语", count: 1667)), "Text exceeds maximum length of 5000 bytes"),
        BadInput("a NUL", speaking("a\\u0000b"), "text holds the control character U+0000"),
        BadInput("an escape", speaking("a\\u001bb"), "text holds the control character U+001B"),
        BadInput("a deletion", speaking("a\u{7F}b"), "text holds the control character U+007F"),
        BadInput("a C1 control", speaking("a\u{85}b"), "text holds the control character U+0085"),
        BadInput("a carriage return alone", speaking("a\\rb"), "text holds the control character U+000D"),
    ]

    private static let fields = [
        BadInput("no text", #"{"voiceId":"af-female"}"#, "text is required: a string"),
        BadInput("a text that is null", #"{"text":null,"voiceId":"af-female"}"#, "text is required: a string"),
        BadInput("a text that is a number", #"{"text":5,"voiceId":"af-female"}"#, "text is a string"),
        BadInput("a text that is an array", #"{"text":["a"],"voiceId":"af-female"}"#, "text is a string"),
        BadInput("a text that is true", #"{"text":true,"voiceId":"af-female"}"#, "text is a string"),
        BadInput("no voice", #"{"text":"One."}"#, "voiceId is required: a string"),
        BadInput("a voice that is null", #"{"text":"One.","voiceId":null}"#, "voiceId is required: a string"),
        BadInput("a voice that is a number", #"{"text":"One.","voiceId":1}"#, "voiceId is a string"),
        BadInput("an empty voice", #"{"text":"One.","voiceId":""}"#, "voiceId is empty: it is required"),
        BadInput(
            "an unknown voice", #"{"text":"One.","voiceId":"clxxxx"}"#, status: 404, code: "NOT_FOUND", "Voice not found or not available"),
        BadInput(
            "a voice in other letters", #"{"text":"One.","voiceId":"AF-FEMALE"}"#, status: 404, code: "NOT_FOUND", "Voice not found or not available"),
        BadInput("an unknown format", #"{"text":"One.","voiceId":"af-female","format":"aac"}"#, "format is one of mp3, wav, opus, pcm"),
        BadInput("a format in other letters", #"{"text":"One.","voiceId":"af-female","format":"MP3"}"#, "format is one of mp3, wav, opus, pcm"),
        BadInput(
            "a format that this family has not", #"{"text":"One.","voiceId":"af-female","format":"flac"}"#, "format is one of mp3, wav, opus, pcm"),
        BadInput("a format that is a number", #"{"text":"One.","voiceId":"af-female","format":3}"#, "format is one of mp3, wav, opus, pcm"),
        BadInput("a format that is an object", #"{"text":"One.","voiceId":"af-female","format":{}}"#, "format is one of mp3, wav, opus, pcm"),
    ]

    private static func telling(_ url: String) -> String {
        #"{"text":"One.","voiceId":"\#(voice)","webhookUrl":"\#(url)"}"#
    }

    private static let notPublic = "webhookUrl leads to an address that is not on the public internet"

    private static let webhooks =
        [
            BadInput("a webhook that is a number", #"{"text":"One.","voiceId":"af-female","webhookUrl":1}"#, "webhookUrl is a string"),
            BadInput("a webhook by FTP", telling("ftp://example.com/"), "webhookUrl begins with http:// or https://"),
            BadInput("a webhook without a scheme", telling("example.com/hook"), "webhookUrl begins with http:// or https://"),
            BadInput("a webhook with a password", telling("https://a:b@example.com/"), "webhookUrl carries no user name and no password"),
            BadInput("a webhook with a space", telling("https://example.com/a b"), "webhookUrl is a URL in ASCII without spaces"),
            BadInput("a webhook to a port that is none", telling("https://example.com:0/"), "webhookUrl has a port from 1 to 65535"),
            BadInput("a webhook without a host", telling("https:///hook"), "webhookUrl names its host by"),
            BadInput(
                "a webhook of 2049 bytes", telling("https://example.com/" + String(repeating: "a", count: 2029)), "webhookUrl has at most 2048 bytes"),
        ]
        + [
            "127.0.0.1", "localhost", "LOCALHOST", "10.0.0.1", "192.168.1.1", "169.254.169.254", "168.63.129.16", "100.100.100.200", "0.0.0.0",
            "255.255.255.255", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]", "[fd00:ec2::254]", "[fe80::1]", "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
        ].map { BadInput("a webhook to \($0)", telling("http://\($0):8080/"), notPublic) }
        + [
            "2130706433", "0x7f000001", "017700000001", "127.1", "0177.0.0.1", "127.0.0.1.", "localhost.", "%6cocalhost", "[::1%25lo]", "127.0.0.0x1",
        ].map { BadInput("a webhook to \($0)", telling("http://\($0)/"), "webhookUrl names its host by") }

    private static let bodies = [
        BadInput("no body", "", "The body is not a JSON object."),
        BadInput("malformed JSON", #"{"text":"One.","voiceId":"af-female""#, "The body is not a JSON object."),
        BadInput("JSON and more", speaking("One.") + "x", "The body is not a JSON object."),
        BadInput("an array", "[" + speaking("One.") + "]", "The body is not a JSON object."),
        BadInput("null", "null", "The body is not a JSON object."),
        BadInput("a string", "\"One.\"", "The body is not a JSON object."),
        BadInput(
            "half a pair of surrogates", speaking(#"a\ud800b"#),
            #"text is a string of well-formed JSON: write a line break in it as \n, and a tab as \t"#),
        BadInput("the other half", speaking(#"a\udc00b"#), #"text is a string of well-formed JSON: write a line break in it as \n, and a tab as \t"#),
        BadInput(
            "a line break in a string", speaking("a\nb"), #"text is a string of well-formed JSON: write a line break in it as \n, and a tab as \t"#),
        BadInput("bytes that are not UTF-8", Data(speaking("a").utf8.map { $0 == 97 ? 0xFF : $0 }), "The body is not UTF-8."),
        BadInput("an overlong NUL", Data(speaking("~~").utf8.map { $0 == 126 ? 0xC0 : $0 }), "The body is not UTF-8."),
        BadInput("form fields", "text=One.&voiceId=af-female", "The body is not a JSON object."),
        BadInput("brackets without end", #"{"text":"# + String(repeating: "[", count: 100_000), "The body is not a JSON object."),
        BadInput(
            "more than a mebibyte", speaking(String(repeating: "a", count: 1 << 20)), status: 413, "The body has at most 1048576 bytes"),
    ]
}
