import Foundation

/// A program that plays a WAV file.
struct Player: Sendable {
    private let executable: URL
    private let arguments: [String]

    private static let known: [(name: String, arguments: [String])] = [
        ("aplay", ["-q"]), ("ffplay", ["-nodisp", "-autoexit", "-loglevel", "error"]),
    ]

    /// The first player that is installed.
    ///
    /// - Throws: ``CommandFailure`` where there is none.
    static func find() throws -> Player {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for (name, arguments) in known {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return Player(executable: URL(fileURLWithPath: "\(folder)/\(name)"), arguments: arguments)
            }
        }
        throw CommandFailure("There is no player: give -o FILE to write the speech to a file, or install one (Debian packages alsa-utils, ffmpeg).")
    }

    /// Plays a file to its end.
    func play(_ file: URL) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments + [file.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure("\(executable.lastPathComponent) can't play here: give -o FILE to write the speech to a file.")
        }
    }
}
