import Foundation
import Speech
import TestSupport
import Testing

/// Texts that are odd, but can be spoken.
@Suite(.timeLimit(.minutes(3))) struct SpokenTextTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    @Test(arguments: [
        ("Xin chào các bạn, hôm nay trời đẹp quá.", "vi"),
        ("مرحبا بالعالم، كيف حالكم اليوم؟", "ar"),
        ("你好，世界。今天天气很好。", "cmn"),
        ("สวัสดีชาวโลก วันนี้อากาศดี", "th"),
        ("שלום עולם, מה שלומכם היום?", "he"),
        ("Hello, 世界! Привет, мир. مرحبا بالعالم, and שלום.", "slt"),
        ("Hello, 世界! Привет, мир. مرحبا بالعالم, and שלום.", "en-us"),
        ("😀 🎉 👩‍👩‍👧‍👦 🇻🇳", "en-us"),
        ("😀", "rms"),
        ("Zero\u{200D}width \u{202E}and\u{202C} marks\u{FEFF}.", "en-us"),
        ("Tabs\tand\r\nlines\nare fine.", "en-us"),
        ("<break time=\"3s\"/> &amp; <speak>mark-up</speak> [[espeak]] <#0.5#>", "en-us"),
        ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "fr-fr"),
        ("7", "rms"),
        ("1234567890123456789012345678901234567890", "en-us"),
    ])
    func `a text in any script is spoken`(text: String, voice: String) async throws {
        let speech = try await client.spoken(text, voice: voice)
        #expect(speech["status"] == "COMPLETED")
        #expect(speech["text"].string == text)
        #expect(speech["creditsUsed"].integer == text.utf8.count)
        try #require(speech["audioUrl"].string != nil)
        let audio = try DecodedAudio(try await client.get(speech["audioUrl"].string ?? "").body)
        #expect(abs(audio.duration - (speech["duration"].number ?? 0)) < 0.02)
        #expect(audio.duration > 0.15)
        #expect(audio.peak > 0.05)
    }

    @Test(arguments: VoiceCatalogue.system.voices.filter { $0.base.timbre == .plain && ($0.variant.isEmpty || $0.base.engine == .flite) }.map(\.id))
    func `every language and every Flite voice speaks`(voice: String) async throws {
        let speech = try await client.spoken("7 ok", voice: voice, format: "pcm")
        #expect(speech["status"] == "COMPLETED")
        #expect((speech["duration"].number ?? 0) > 0.15)
    }

    @Test func `5000 bytes of one word are spoken whole`() async throws {
        let speech = try await client.spoken(String(repeating: "a", count: 5000), format: "pcm")
        #expect(speech["status"] == "COMPLETED")
        #expect(speech["creditsUsed"] == 5000)
        let duration = try #require(speech["duration"].number)
        #expect(duration > 180)
        let size = try #require(try await client.send("HEAD", speech["audioUrl"].string ?? "")["Content-Length"].flatMap { Double($0) })
        #expect(abs(size / 2 / 24_000 - duration) < 0.02)
    }

    @Test(arguments: [("banana", "en-us", 40), ("ภาษาไทยสวัสดี", "th", 20), ("привет", "ru", 40), ("こんにちは", "ja", 40), ("7", "en-us", 70)])
    func `without spaces, ten times the text takes as many times as long`(word: String, voice: String, count: Int) async throws {
        async let longer = client.spoken(String(repeating: word, count: count), voice: voice, format: "pcm")
        async let shorter = client.spoken(String(repeating: word, count: count / 10), voice: voice, format: "pcm")
        let (long, short) = try await (longer["duration"].number, shorter["duration"].number)
        #expect(try #require(long) > 7 * (try #require(short)), "\(long ?? 0) s, \(short ?? 0) s")
    }
}
