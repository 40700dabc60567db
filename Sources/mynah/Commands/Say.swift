import ArgumentParser
import EnginePool
import Foundation
import Narration
import Platform
import Speech

/// `mynah say`: text in, speech out, without a server.
struct Say: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speak a text into a file, or aloud.",
        discussion: """
            Examples:
              mynah say "Hello world" -o hello.mp3
              mynah say --file chapter.txt --voice slt -o chapter.opus --captions chapter.srt
              echo "Xin chào" | mynah say --voice vi -o - > hello.mp3

            Without -o it plays the speech, by aplay or ffplay.
            """)

    @Argument(help: "The text; - or nothing for standard input.")
    var text: String?

    @Option(help: "Read the text from this file.")
    var file: String?

    @Option(help: "Who speaks: an id that `mynah voices` lists, or the name of a voice that `mynah clone` made. (default: rms)")
    var voice: String?

    @Option(help: "Speak like somebody: a profile that `mynah clone` wrote.")
    var profile: String?

    @Option(help: ArgumentHelp("(default: what the name given with -o ends in, or mp3)", valueName: "format"))
    var format: AudioFormat?

    @Option(help: "Times the usual speed, 0.5 to 2.")
    var speed = 1.0

    @Option(parsing: .unconditional, help: "Semitones above the usual pitch, -12 to 12.")
    var pitch = 0.0

    @Option(help: "Times the usual range of pitch, 0 (monotone) to 2.")
    var pitchRange = 1.0

    @Option(help: "Times the usual loudness, 0 to 10.")
    var volume = 1.0

    @Option(help: ArgumentHelp("What the voice shows; auto goes by the text's punctuation.", valueName: "emotion"))
    var emotion = EmotionChoice.chosen(.neutral)

    @Option(help: "Read the text in this language, a tag as fr or pt-BR, whatever the voice's own. (default: detected)")
    var language: String?

    @Flag(help: "Take <#0.5#> and <break time=\"0.5s\" /> in the text for silences, and not for text.")
    var pauses = false

    @OptionGroup(title: "Voice effects") var effectOptions: EffectOptions

    @Option(name: [.short, .long], help: "The file to write; - for standard output.")
    var output: String?

    @Option(help: "Write captions to this file, too: its name ends in .srt, .vtt or .json.")
    var captions: String?

    @Option(help: "The data folder with cloned voices. (default: ~/.local/share/mynah)")
    var data: String?

    @OptionGroup var settingsOptions: SettingsOptions

    func validate() throws {
        try check("--speed", speed, Prosody.speeds)
        try check("--pitch", pitch, Prosody.pitches)
        try check("--pitch-range", pitchRange, Prosody.pitchRanges)
        try check("--volume", volume, SpeechRequest.volumes)
        if let language, (try? SpeechRequest.check(language: language)) == nil {
            throw ValidationError("--language \(UnspokenLanguage().message).")
        }
        if voice != nil, profile != nil { throw ValidationError("Give either --voice or --profile, not both.") }
        if text != nil, file != nil { throw ValidationError("Give either a text or --file, not both.") }
        if let captions, captionFormat == nil { throw ValidationError("--captions ends in .srt, .vtt or .json; it is \(captions).") }
    }

    private func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>) throws {
        guard range.contains(value) else { throw ValidationError("\(name) is a number from \(range.lowerBound) to \(range.upperBound).") }
    }

    func run() async throws {
        let settings = try await settingsOptions.settings(["voice": voice, "data": data])
        let text = try SpokenText.read(argument: text, file: file, pauses: pauses ? .all : [])
        let voice =
            if let profile { try Self.profiled(profile, language: language) } else { try await Self.named(settings.voice, settings: settings) }
        let player = try output == nil ? Player.find() : nil
        let format = try self.format ?? Self.format(for: output)
        let request = SpeechRequest(
            text: text, voiceID: voice.id, prosody: Prosody(speed: speed, pitch: pitch, pitchRange: pitchRange), volume: volume,
            encoding: .standard(format), effects: effectOptions.effects, pauses: pauses ? .all : [], emotion: emotion, language: language)
        let destination = try OutputFile(output)
        // Opened before a long text is spoken for nothing.
        let captionsFile = try captions.map { try OutputFile($0, option: "--captions") }
        let narration = try await Interruption.cancelling { try await Self.narrate(request, voice: voice, settings: settings, into: destination) }
        if let captionsFile, let captionFormat {
            let cues = CaptionCutter.cues(text: request.plainText, words: narration.words, duration: narration.duration, limits: CaptionLimits())
            try captionsFile.write(Array(captionFormat.render(cues).utf8)[...], at: 0)
            try captionsFile.publish()
        }
        if let player { try destination.play(with: player) } else { try destination.publish() }
    }

    /// The voice of that id, or the one of that name that was cloned in the data folder.
    private static func named(_ name: String, settings: Settings) async throws -> Voice {
        if let voice = VoiceCatalogue.system.voice(name) { return voice }
        let missing = CommandFailure("There is no voice \(name): `mynah voices` lists them, and `mynah clone` makes one.")
        // Who only wants to speak gets no data folder.
        guard Installation.isMade(settings) else { throw missing }
        let clones = try await Installation(settings: settings).voices.clones(called: name)
        guard let clone = clones.first else { throw missing }
        guard clones.count == 1 else {
            throw CommandFailure("There are several voices \(name): name one by its id, \(clones.map(\.id).joined(separator: " or ")).")
        }
        return clone
    }

    /// The voice of a profile's file. It has the language that it is to read, and American English where that is to be detected.
    private static func profiled(_ file: String, language: String?) throws -> Voice {
        let language = language.flatMap { SpokenLanguage($0) } ?? .americanEnglish
        guard let data = FileManager.default.contents(atPath: file) else { throw CommandFailure("\(file) can't be read.") }
        guard let profile = try? JSONDecoder().decode(VoiceProfile.self, from: data), profile.version == VoiceProfile.currentVersion else {
            throw CommandFailure("\(file) is no profile of this version: make it anew by `mynah clone`.")
        }
        return Voice(cloned: profile, id: "profile", name: "Profile", language: language)
    }

    /// The format that a file's name asks for.
    private static func format(for output: String?) throws -> AudioFormat {
        guard let output else { return .wav }
        let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
        if output == "-" || ending.isEmpty { return .mp3 }
        if ending == "ogg" { return .opus }
        guard let format = AudioFormat(rawValue: ending) else {
            throw CommandFailure("\(output) ends in no format that Mynah writes: use .mp3, .wav, .opus, .flac or .pcm, or give --format.")
        }
        return format
    }

    private var captionFormat: CaptionFormat? {
        captions.flatMap { CaptionFormat(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) }
    }

    private static func narrate(_ request: SpeechRequest, voice: Voice, settings: Settings, into output: OutputFile) async throws -> Narration {
        let pool = EnginePool(settings: settings)
        let finishers = EnginePool(settings: settings, size: 1)
        let spool = FileManager.default.temporaryDirectory.appendingPathComponent("mynah-\(UUID().uuidString)", isDirectory: true)
        let bar = ProgressBar()
        defer {
            bar.clear()
            try? FileManager.default.removeItem(at: spool)
        }
        let narration = try await Narrator(pool: pool, finishers: finishers).narrate(request, voice: voice, spool: spool, into: output) {
            bar.show($0)
        }
        await pool.stop()
        await finishers.stop()
        return narration
    }
}

extension AudioFormat: ExpressibleByArgument {}
extension EmotionChoice: ExpressibleByArgument {}
