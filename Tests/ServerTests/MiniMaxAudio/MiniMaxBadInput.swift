import Foundation
import TestSupport
import Testing

/// A body that `POST /v1/minimax/audio/create-mp3` refuses, and how.
struct MiniMaxBadInput: Sendable, CustomTestStringConvertible {
    /// What is wrong with it.
    let testDescription: String
    let contentType: String
    let body: Data
    let status: Int
    /// The message that answers it, or a part of it.
    let message: String

    private init(_ name: String, _ contentType: String, _ body: Data, _ status: Int, _ message: String) {
        testDescription = name
        self.contentType = contentType
        self.body = body
        self.status = status
        self.message = message
    }

    private static func json(_ name: String, _ body: String, status: Int = 400, _ message: String) -> MiniMaxBadInput {
        MiniMaxBadInput(name, "application/json", Data(body.utf8), status, message)
    }

    /// A good request with one more field.
    private static func with(_ name: String, _ field: String, _ message: String) -> MiniMaxBadInput {
        json(name, #"{"text":"One.","voice_id":"en-us",\#(field)}"#, message)
    }

    private static func speaking(_ name: String, _ text: String, _ message: String) -> MiniMaxBadInput {
        json(name, #"{"text":"\#(text)","voice_id":"en-us"}"#, message)
    }

    private static func form(
        _ name: String, _ body: String, boundary: String = "; boundary=x", status: Int = 400, _ message: String
    ) -> MiniMaxBadInput {
        MiniMaxBadInput(name, "multipart/form-data\(boundary)", Data(body.utf8), status, message)
    }

    /// Everything that is refused.
    static let all = texts + names + pauses + words + numbers + booleans + bodies + forms

    private static let texts = [
        json("no text", #"{"voice_id":"en-us"}"#, "text is required: a string"),
        json("a text that is null", #"{"text":null,"voice_id":"en-us"}"#, "text is required: a string"),
        json("a text that is a number", #"{"text":5,"voice_id":"en-us"}"#, "text is a string"),
        speaking("an empty text", "", "text is empty: give it at least one word"),
        speaking("spaces", "  \\n ", "text is empty: give it at least one word"),
        speaking("marks alone", "... !", "text holds nothing that can be spoken"),
        speaking("a pause alone", "<#1#>", "text holds nothing that can be spoken"),
        speaking("pauses alone", " <#1#> … <#0.5#>", "text holds nothing that can be spoken"),
        speaking("1001 characters", String(repeating: "a", count: 1001), "1000 characters"),
        speaking("1001 characters with pauses", String(repeating: "a ", count: 497) + "a <#1#>", "1000 characters"),
        speaking("1001 large characters", String(repeating: "语", count: 1001), "1000 characters"),
        speaking("a NUL", "a\\u0000b", "text holds the control character U+0000"),
    ]

    private static let names = [
        json("no voice", #"{"text":"One."}"#, "voice_id is required: a string"),
        json("voice for voice_id", #"{"text":"One.","voice":"en-us"}"#, "voice_id is required: a string"),
        json("voiceId for voice_id", #"{"text":"One.","voiceId":"en-us"}"#, "voice_id is required: a string"),
        json("input for text", #"{"input":"One.","voice_id":"en-us"}"#, "text is required: a string"),
        json("an empty voice", #"{"text":"One.","voice_id":""}"#, "voice_id is empty: it is required"),
        json("a voice that is a number", #"{"text":"One.","voice_id":226893671006272}"#, "voice_id is a string"),
        json("an unknown voice", #"{"text":"One.","voice_id":"English_Nobody"}"#, status: 404, "Voice not found"),
        with("an unknown account", #""account":"nobody""#, "account is none of your accounts: it is one of local"),
        with("an account that is a number", #""account":5"#, "account is a string"),
    ]

    private static let pauses =
        [
            "<##>", "<#0#>", "<#0.001#>", "<#100#>", "<#99.991#>", "<#-1#>", "<#+1#>", "<#1.#>", "<#.#>", "<#1,5#>", "<#1s#>", "<# 1 #>", "<#1#",
            "<#1e1#>",
            "<#nan#>", "<#١#>", "<#1##>", "<#1>", "<#",
        ].map { speaking("the pause \($0)", "Wait \($0) now.", "text holds \(shown($0))") } + [
            speaking("301 seconds of pauses", "One <#99.99#><#99.99#><#99.99#><#1.04#> two.", "text has pauses of 301.01 seconds in all")
        ]

    /// A pause's beginning, which errors show.
    private static func shown(_ pause: String) -> String {
        String(pause.prefix(2))
    }

    private static let words = [
        with("an unknown emotion", #""emotion":"bored""#, "emotion is one of Auto, happy, sad, angry, fearful, disgusted, surprised, neutral"),
        with("an emotion that is a number", #""emotion":1"#, "emotion is a string"),
        with("an emotion with spaces", #""emotion":" happy""#, "emotion is one of Auto"),
        with("an unknown language", #""language_boost":"Klingon""#, "language_boost is Auto or a tag_name of voice_tag_language"),
        with("a language by its tag", #""language_boost":"en""#, "language_boost is Auto or a tag_name of voice_tag_language"),
        with("a language that is a list", #""language_boost":["English"]"#, "language_boost is a string"),
    ]

    private static let numbers =
        [
            ("vol", ["-0.1", "10.1", #""1""#, "true", "[]"], "vol is a number from 0 to 10"),
            ("speed", ["0.49", "2.01", "0", #""1.0""#, "1e999"], "speed is a number from 0.5 to 2"),
            ("pitch", ["-12.5", "13", #""0""#, "false"], "pitch is a number from -12 to 12"),
            ("deepen_lighten", ["-101", "101", #""5""#], "deepen_lighten is a number from -100 to 100"),
            ("stronger_softer", ["-100.1", "1000", #""5""#], "stronger_softer is a number from -100 to 100"),
            ("nasal_crisp", ["-101", "101", "{}"], "nasal_crisp is a number from -100 to 100"),
        ].flatMap { name, values, message in values.map { with("\(name) \($0)", "\"\(name)\":\($0)", message) } }

    private static let booleans = ["spacious_echo", "lofi_telephone", "robotic", "auditorium_echo"].flatMap { name in
        [#""true""#, "1", "[]"].map { with("\(name) \($0)", "\"\(name)\":\($0)", "\(name) is true or false") }
    }

    private static let bodies = [
        json("no body", "", "The body is not a JSON object."),
        json("malformed JSON", #"{"text":"One.""#, "The body is not a JSON object."),
        json("an array", #"[{"text":"One.","voice_id":"en-us"}]"#, "The body is not a JSON object."),
        json("a form without its type", APIClient.form(["text": "One.", "voice_id": "en-us"]), "The body is not a JSON object."),
        MiniMaxBadInput("bytes that are not UTF-8", "application/json", Data([0xFF, 0xFE]), 400, "The body is not UTF-8."),
        json("more than a mebibyte", #"{"text":"\#(String(repeating: "a", count: 1 << 20))"}"#, status: 413, "The body has at most 1048576 bytes"),
    ]

    private static let good = APIClient.form(["text": "One.", "voice_id": "en-us"])

    private static let forms = [
        form("a form without boundary", good, boundary: "", "boundary"),
        form("an empty boundary", good, boundary: "; boundary=", "boundary"),
        form("a boundary that is too long", good, boundary: "; boundary=" + String(repeating: "x", count: 71), "boundary"),
        form("another boundary", good, boundary: "; boundary=y", "boundary"),
        form("a form that is cut short", String(good.dropLast(8)), "end"),
        form("a form that is cut in its headers", String(good.prefix(20)), "end"),
        form("no form at all", "", "boundary"),
        form(
            "a thousand parts",
            (0..<1000).map { "--x\r\nContent-Disposition: form-data; name=\"a\($0)\"\r\n\r\n1\r\n" }.joined() + good, status: 413, "parts"),
        form("a field twice", APIClient.form(["text": "One.", "text": "Two.", "voice_id": "en-us"]), "text"),
        form("a part without a name", "--x\r\nContent-Disposition: form-data\r\n\r\nOne.\r\n" + good, "name"),
        form("a field that is too long", APIClient.form(["text": String(repeating: "a", count: 70_000)]), status: 413, "text"),
        form("a form of a mebibyte", String(repeating: "a", count: 1 << 20) + "\r\n" + good, status: 413, "1048576"),
        form("a form without text", APIClient.form(["voice_id": "en-us"]), "text is required: a string"),
        form("a form with an empty voice", APIClient.form(["text": "One.", "voice_id": ""]), "voice_id is"),
        form(
            "a text that is a file",
            "--x\r\nContent-Disposition: form-data; name=text; filename=a.txt\r\n\r\nOne.\r\n"
                + APIClient.form(["voice_id": "en-us"]), "text is a string"),
        form("a speed in words", APIClient.form(["text": "One.", "voice_id": "en-us", "speed": "fast"]), "speed is a number from 0.5 to 2"),
        form("a pitch that is not finite", APIClient.form(["text": "One.", "voice_id": "en-us", "pitch": "nan"]), "pitch is a number"),
        form("a flag in words", APIClient.form(["text": "One.", "voice_id": "en-us", "robotic": "yes"]), "robotic is true or false"),
        form("an unknown voice in a form", APIClient.form(["text": "One.", "voice_id": "nobody"]), status: 404, "Voice not found"),
    ]
}
