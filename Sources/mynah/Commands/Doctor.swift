import ArgumentParser
import EnginePool
import EngineProtocol
import Foundation
import Narration
import Speech

/// `mynah doctor`: what works here, what does not, and what to do about it.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check engines, codecs and the data folder.",
        discussion: """
            Example:
              mynah doctor

            It ends with code 1 if something is missing.
            """)

    @OptionGroup var options: DataOptions

    func run() async throws {
        let settings = try await options.settings()
        print("mynah \(Mynah.configuration.version), Linux, \(ProcessInfo.processInfo.activeProcessorCount) processors")
        var checkup = Checkup()
        let pool = EnginePool(settings: settings, size: 1)
        await checkup.check("engine process") {
            let greeting = try await pool.start()
            return (["confined by \(greeting.confinement.joined(separator: ", "))"] + greeting.versions).joined(separator: "; ")
        }
        for (engine, voice) in [("espeak-ng", "en-us"), ("Flite", "slt")] {
            await checkup.check("engine \(engine)") { try await Self.speak(voice, .wav, pool: pool) }
        }
        await checkup.check("Japanese dictionary") { try await Self.speak("ja", .wav, text: "日本語です", pool: pool) }
        for format in AudioFormat.allCases {
            await checkup.check("format \(format.rawValue)") { try await Self.speak("en-us", format, pool: pool) }
        }
        await checkup.check("data folder") { try Self.dataFolder(settings) }
        await checkup.check("player (for `mynah say` without -o)", isNeeded: false) {
            _ = try Player.find()
            return "found"
        }
        await pool.stop()
        if checkup.hasFailed { throw ExitCode.failure }
    }

    private static func speak(
        _ voiceID: String, _ format: AudioFormat, text: String = "One two three.", pool: EnginePool
    ) async throws -> String {
        guard let voice = VoiceCatalogue.system.voice(voiceID) else { throw CommandFailure("There is no voice \(voiceID).") }
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appendingPathComponent(".mynah-\(UUID().uuidString)").path
        let output = try FileOutput(path: path, removesItself: true)
        let request = SpeechRequest(text: text, voiceID: voiceID, encoding: .standard(format))
        let narration = try await Narrator(pool: pool).narrate(request, voice: voice, spool: folder, into: output)
        guard narration.duration > 0.3, narration.size > 100 else { throw CommandFailure("It made no sound.") }
        return "works (\(narration.words.count) words, \((narration.duration * 100).rounded() / 100) s)"
    }

    private static func dataFolder(_ settings: Settings) throws -> String {
        let path = settings.dataFolder.path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "\(path) will be made by `mynah serve`" }
        guard isFolder.boolValue else { throw CommandFailure("\(path) is a file: choose another with --data.") }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw CommandFailure("\(path) can't be written: check who may, or choose another with --data.")
        }
        let free = try FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize] as? Int ?? 0
        guard free > 100 << 20 else { throw CommandFailure("\(path) has only \(free >> 20) MiB free: make room, or choose another with --data.") }
        return "\(path), \(free >> 20) MiB free"
    }
}
