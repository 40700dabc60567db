import Foundation
import TestSupport
import Testing

/// `mynah say`.
@Suite(.timeLimit(.minutes(3))) struct SayTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func say(_ arguments: String..., input: Data = Data()) async throws -> CommandResult {
        try await BuiltProgram.run(["say"] + arguments, in: folder.url, input: input)
    }

    /// What is in the folder, which is the one for temporary files, too.
    private var files: [String] {
        get throws { try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted() }
    }

    private func file(_ name: String) throws -> Data {
        try Data(contentsOf: folder.url.appendingPathComponent(name))
    }

    private func expectFailure(_ result: CommandResult, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(result.exitCode == 1, sourceLocation: sourceLocation)
        #expect(result.output.isEmpty, sourceLocation: sourceLocation)
        #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
        #expect(try files == [], sourceLocation: sourceLocation)
    }

    @Test func `a device is written into, and not replaced`() async throws {
        #expect(try await say("One.", "-o", "/dev/null", "--format", "wav").exitCode == 0)
        #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
        let streamed = try await say("One.", "-o", "/dev/stdout")
        #expect(streamed.exitCode == 0)
        #expect(try DecodedAudio(streamed.output).duration > 0.2)
        #expect(try files == [])
    }

    @Test func `speech and captions are written`() async throws {
        let result = try await say("Hello world. This is the second sentence.", "-o", "x.mp3", "--captions", "x.srt")
        #expect(result.exitCode == 0)
        #expect(result.output.isEmpty)
        #expect(result.errors == "")
        #expect(try files == ["x.mp3", "x.srt"])
        let audio = try DecodedAudio(try file("x.mp3"))
        #expect(audio.duration > 1)
        #expect(audio.peak > 0.05)
        let captions = String(decoding: try file("x.srt"), as: UTF8.self)
        #expect(captions.hasPrefix("1\n00:00:00,"))
        let words = captions.split(separator: "\n").filter { $0.contains { $0.isLetter } }.joined(separator: " ")
        #expect(words == "Hello world. This is the second sentence.")
    }

    @Test func `captions come as WebVTT and JSON, too`() async throws {
        #expect(try await say("Hello world.", "-o", "x.wav", "--captions", "x.vtt").exitCode == 0)
        #expect(String(decoding: try file("x.vtt"), as: UTF8.self).hasPrefix("WEBVTT\n"))
        #expect(try await say("Hello world.", "-o", "x.wav", "--captions", "x.json").exitCode == 0)
        #expect(throws: Never.self) { try JSON(file("x.json")) }
    }

    @Test func `standard output gets the same bytes as a file`() async throws {
        #expect(try await say("Hello world.", "-o", "x.mp3").exitCode == 0)
        let result = try await say("Hello world.", "-o", "-")
        #expect(result.exitCode == 0)
        #expect(result.output == (try file("x.mp3")))
        #expect(result.output.count > 1000)
        #expect(try files == ["x.mp3"])
    }

    @Test func `standard input, a file and an argument say the same`() async throws {
        let text = "Xin chào, thế giới."
        try Data("\u{FEFF}\(text)".utf8).write(to: folder.url.appendingPathComponent("text.txt"))
        #expect(try await say(text, "--voice", "vi", "-o", "a.wav").exitCode == 0)
        #expect(try await say("--voice", "vi", "-o", "b.wav", input: Data(text.utf8)).exitCode == 0)
        #expect(try await say("-", "--voice", "vi", "-o", "c.wav", input: Data(text.utf8)).exitCode == 0)
        #expect(try await say("--file", "text.txt", "--voice", "vi", "-o", "d.wav").exitCode == 0)
        for name in ["b.wav", "c.wav", "d.wav"] { #expect(try file(name) == file("a.wav"), "\(name)") }
        #expect(try DecodedAudio(try file("a.wav")).peak > 0.05)
    }

    @Test(arguments: [("x.mp3", "ID3"), ("x.wav", "RIFF"), ("x.opus", "OggS"), ("x.flac", "fLaC"), ("x.WAV", "RIFF")])
    func `the file's name says the format`(name: String, start: String) async throws {
        #expect(try await say("One.", "-o", name).exitCode == 0)
        let head = try file(name).prefix(4)
        #expect(head.starts(with: Data(start.utf8)) || (start == "ID3" && head.first == 0xFF))
    }

    @Test func `a given format goes before the file's name`() async throws {
        #expect(try await say("One.", "-o", "x.mp3", "--format", "wav").exitCode == 0)
        #expect(try file("x.mp3").prefix(4) == Data("RIFF".utf8))
    }

    @Test func `pauses are heard where they count, and not shown`() async throws {
        #expect(try await say("Hello <#3#> world.", "--pauses", "-o", "x.wav", "--captions", "x.srt").exitCode == 0)
        #expect(try DecodedAudio(file("x.wav")).duration > 3.5)
        #expect(!String(decoding: try file("x.srt"), as: UTF8.self).contains("#"))
        #expect(try await say("Hello <#3#> world.", "-o", "x.wav").exitCode == 0)
        #expect(try DecodedAudio(file("x.wav")).duration < 3)
    }

    @Test func `a malformed pause is told`() async throws {
        try expectFailure(try await say("Hello <#x#>.", "--pauses", "-o", "x.wav"), "The text holds <#x#>, which is no pause: write <#0.5#>")
    }

    @Test func `an emotion is heard`() async throws {
        #expect(try await say("Nobody knew where we were.", "-o", "usual.wav").exitCode == 0)
        #expect(try await say("Nobody knew where we were.", "--emotion", "sad", "-o", "sad.wav").exitCode == 0)
        #expect(try DecodedAudio(file("sad.wav")).duration > DecodedAudio(file("usual.wav")).duration * 1.1)
        #expect(try await say("Nobody knew.", "--emotion", "bored", "-o", "x.wav").exitCode == 64)
    }

    @Test(arguments: [["--deepen-lighten", "-60"], ["--stronger-softer", "100"], ["--nasal-crisp", "-100"], ["--robotic", "--spacious-echo"]])
    func `effects are heard`(options: [String]) async throws {
        let plain = try await BuiltProgram.run(["say", "Hello.", "-o", "-"], in: folder.url)
        let changed = try await BuiltProgram.run(["say", "Hello.", "-o", "-"] + options, in: folder.url)
        #expect(changed.exitCode == 0 && changed.output != plain.output)
        #expect(try DecodedAudio(changed.output).peak > 0.05)
    }

    @Test func `an effect that is too strong is refused`() async throws {
        let result = try await say("One.", "--deepen-lighten", "-101", "-o", "-")
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("--deepen-lighten is a number from -100 to 100."))
    }

    @Test func `speed is heard`() async throws {
        #expect(try await say("The quick brown fox jumps over the lazy dog.", "-o", "slow.wav", "--speed", "0.5").exitCode == 0)
        #expect(try await say("The quick brown fox jumps over the lazy dog.", "-o", "fast.wav", "--speed", "2").exitCode == 0)
        let (slow, fast) = (try DecodedAudio(try file("slow.wav")), try DecodedAudio(try file("fast.wav")))
        #expect(slow.duration > 2.5 * fast.duration)
    }

    @Test(arguments: ["", "   ", "\n\t", "..."])
    func `a text without a word is refused`(text: String) async throws {
        try expectFailure(try await say(text, "-o", "x.mp3"), "The text ")
    }

    @Test func `a control character is refused`() async throws {
        try expectFailure(try await say("-o", "x.mp3", input: Data([97, 0, 98])), "U+0000")
    }

    @Test func `input that is not UTF-8 is refused`() async throws {
        try expectFailure(try await say("-o", "x.mp3", input: Data([97, 0xFF, 98])), "Standard input is not UTF-8")
    }

    @Test func `an empty input is refused`() async throws {
        try expectFailure(try await say("-o", "x.mp3"), "Standard input is empty")
    }

    @Test func `a text that is too long is refused`() async throws {
        try expectFailure(try await say("-o", "x.mp3", input: Data(repeating: 97, count: 100_001)), "more than 100000 characters")
    }

    @Test func `an unknown voice is refused`() async throws {
        try expectFailure(try await say("One.", "--voice", "nobody", "-o", "x.mp3"), "There is no voice nobody")
    }

    @Test(arguments: ["/proc/x.mp3", "/nothing/x.mp3", "/dev/null/x.mp3"])
    func `a file that can't be written is named`(path: String) async throws {
        try expectFailure(try await say("One.", "-o", path, "--captions", "x.srt"), path)
    }

    @Test func `a folder in the file's way is named`() async throws {
        let result = try await say("One.", "-o", "/proc", "--captions", "x.srt")
        try expectFailure(result, "/proc")
    }

    @Test func `a folder in the captions' way is named with their own option`() async throws {
        try FileManager.default.createDirectory(at: folder.url.appendingPathComponent("x.srt"), withIntermediateDirectories: false)
        let result = try await say("One.", "-o", "x.mp3", "--captions", "x.srt")
        #expect(result.exitCode == 1 && result.errors.contains("x.srt is a folder: give the name of a file with --captions."), "\(result.errors)")
        #expect(try files == ["x.srt"])
    }

    @Test func `captions that can't be written are named, and there is no speech without them`() async throws {
        try expectFailure(try await say("One.", "-o", "x.mp3", "--captions", "/proc/x.srt"), "/proc/x.srt")
    }

    @Test func `a text file that is not there is named`() async throws {
        try expectFailure(try await say("--file", "nothing.txt", "-o", "x.mp3"), "nothing.txt")
    }

    @Test func `a file that was there stays as it was when speech fails`() async throws {
        try Data("kept".utf8).write(to: folder.url.appendingPathComponent("x.mp3"))
        #expect(try await say("...", "-o", "x.mp3").exitCode == 1)
        #expect(try file("x.mp3") == Data("kept".utf8))
    }
}
