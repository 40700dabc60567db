import ArgumentParser
import EnginePool
import EngineProtocol
import Files
import Foundation
import Narration
import Platform
import Speech

/// `mynah clone`: measures who speaks in a recording, and makes a voice of it, or writes a profile to speak with.
struct Clone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure who speaks in a recording, to speak like them.",
        discussion: """
            Examples:
              mynah clone me.wav --name Me
              mynah say --voice Me "Hello world" -o hello.mp3
              mynah clone me.wav -o me.json
              mynah say --profile me.json "Hello world" -o hello.mp3

            The recording has 3 s to 5 minutes of one person speaking, who agrees. With --name it becomes a voice of the data folder, which a \
            server on it lists, too; the recording is kept with it. With -o a profile is written, which holds numbers and no sound: pitch, pace, \
            formants, and how the engines' voices are filtered to sound alike. It imitates a voice's colour; it is not a copy of the voice.
            """)

    @Argument(help: "The recording: MP3, WAV, FLAC, Ogg, WebM or M4A.")
    var recording: String

    @Option(help: "Make a voice of this name of it.")
    var name: String?

    @Option(help: "Whose voice it is to be. (default: the only user, or admin)")
    var user: String?

    @Option(name: [.short, .long], help: "Write the profile to this file; - for standard output.")
    var output: String?

    @Flag(help: "Take steady noise out of what is measured.")
    var reduceNoise = false

    @OptionGroup var options: DataOptions

    func validate() throws {
        guard (name == nil) != (output == nil) else { throw ValidationError("Give either --name for a voice, or -o for a profile.") }
        if name == nil, user != nil { throw ValidationError("--user goes with --name.") }
        if let name, !(1...100).contains(name.count) || !name.isOneLine {
            throw ValidationError("--name has 1 to 100 characters, without control characters.")
        }
    }

    func run() async throws {
        if let name { try await makeVoice(name) } else { try await writeProfile() }
    }

    private func makeVoice(_ name: String) async throws {
        let installation = try await options.madeInstallation()
        let source = try await SentRecording(title: URL(fileURLWithPath: recording).lastPathComponent, file: temporaryFile(Self.read(recording)))
        let owner = if let user { try await installation.users.named(user) } else { try await installation.firstUser() }
        guard try await installation.voices.clones(called: name).isEmpty, VoiceCatalogue.system.voice(name) == nil else {
            throw CommandFailure("There is a voice \(name) already: choose another name.")
        }
        let pool = EnginePool(settings: installation.settings, size: 1)
        let cloner = VoiceCloner(
            cloner: Cloner(pool: pool), narrator: Narrator(pool: pool), database: installation.database, store: try installation.fileStore(),
            spool: installation.previewSpool, demandsConsent: false, clock: installation.clock, ids: installation.ids)
        let order = VoiceCloneOrder(title: name, reducesNoise: reduceNoise)
        let id = try await Interruption.cancelling {
            try await cloner.clone(
                order, from: [source], for: Principal(userID: owner.id, keyID: ""),
                terms: VoiceCloneTerms(price: 0, recordingField: recording), once: nil
            ) { $0.id }
        }
        await pool.stop()
        let folder = options.data.map { " --data \($0)" } ?? ""
        print(
            "Made the voice \(name) of \(owner.name)'s; in the API its id is \(id).\nSpeak with it: mynah say --voice \"\(name)\"\(folder) \"Hello world\""
        )
    }

    private func temporaryFile(_ bytes: [UInt8]) async throws -> TemporaryFile {
        let file = try await TemporaryFile.make(in: FileManager.default.temporaryDirectory.path)
        try await file.append(bytes[...])
        return file
    }

    private func writeProfile() async throws {
        let settings = try await options.settings()
        let bytes = try Self.read(recording)
        let destination = try OutputFile(output)
        let pool = EnginePool(settings: settings, size: 1)
        let report = try await Interruption.cancelling { try await Cloner(pool: pool).clone([RecordingBytes(bytes)], reducesNoise: reduceNoise) }
        await pool.stop()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try destination.write(Array(try encoder.encode(report.profile))[...], at: 0)
        try destination.publish()
        if output != "-" { Self.describe(report) }
    }

    private static func read(_ file: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file), let data = try? handle.read(upToCount: CloneRequest.sizeLimit + 1) else {
            throw CommandFailure("\(file) can't be read, or is empty.")
        }
        guard data.count <= CloneRequest.sizeLimit else {
            throw CommandFailure("\(file) is too large: a recording has at most \(CloneRequest.sizeLimit >> 20) MB.")
        }
        return [UInt8](data)
    }

    private static func describe(_ report: Cloning) {
        let (profile, speaker) = (report.profile, report.profile.speaker)
        print(String(format: "Heard       %.1f s, %.1f s of them speech", report.duration, report.speech))
        print(String(format: "Pitch       %.0f Hz, spread %.1f semitones", speaker.pitch, speaker.pitchSpread))
        print(String(format: "Pace        %.1f syllables/s", speaker.pace))
        print("Formants    " + speaker.formants.map { String(format: "%.0f", $0) }.joined(separator: ", ") + " Hz")
        if let length = speaker.vocalTractLength { print(String(format: "Vocal tract %.1f cm", length)) }
        print(String(format: "Tilt        %.1f dB/octave, harmonics %.1f dB over breath", speaker.tilt, speaker.harmonicity))
        for (what, voice) in [("English by ", profile.english.voice), ("Others by  ", profile.others.voice)] {
            let timbre = voice.timbre
            print(
                "\(what) \(voice.engine.rawValue) \(voice.name)"
                    + String(
                        format: ", pitch %+.1f, range %.2f, rate %.2f, formants %.2f", timbre.pitch, timbre.range, timbre.rate, timbre.formants))
        }
    }
}
