import ArgumentParser
import EnginePool
import EngineProtocol
import Foundation
import Narration
import Speech

/// `mynah clone`: measures who speaks in a recording, and writes a profile to speak with.
struct Clone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure who speaks in a recording, to speak like them.",
        discussion: """
            Examples:
              mynah clone me.wav -o me.json
              mynah say --profile me.json "Hello world" -o hello.mp3

            The recording has 3 s to 5 minutes of one person speaking. The profile holds numbers, no sound: pitch, pace, formants, and
            how the engines' voices are filtered to sound alike. It imitates a voice's colour; it is not a copy of the voice.
            """)

    @Argument(help: "The recording: MP3, WAV, FLAC, Ogg, WebM or M4A.")
    var recording: String

    @Option(name: [.short, .long], help: "The profile to write; - for standard output.")
    var output: String

    @Flag(help: "Take steady noise out of what is measured.")
    var reduceNoise = false

    @OptionGroup var settingsOptions: SettingsOptions

    func run() async throws {
        let settings = try await settingsOptions.settings([:])
        let bytes = try Self.read(recording)
        let destination = try OutputFile(output)
        let pool = EnginePool(settings: settings, size: 1)
        let report = try await Interruption.cancelling {
            try await Cloner(pool: pool).clone([RecordingBytes(bytes)], reducesNoise: reduceNoise)
        }
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

    private static func describe(_ report: CloneReport) {
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
