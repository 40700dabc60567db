import Foundation
import Narration

/// Where `mynah say` puts its speech: a file that appears when it is whole, standard output, or a player.
struct OutputFile: NarrationOutput {
    private let partial: URL
    private let destination: URL?
    private let file: FileOutput
    private let option: String
    /// Whether the destination is written into, and not replaced.
    private let isSpecial: Bool

    /// - Parameters:
    ///   - path: The file; `-` for standard output, nil to play it.
    ///   - option: What names the file on the command line.
    init(_ path: String?, option: String = "-o") throws {
        self.option = option
        let name = ".mynah-\(UUID().uuidString).partial"
        if let path, path != "-", path != "/dev/stdout" {
            let isSpecial = SpecialFile.isThere(at: path)
            let destination = isSpecial ? URL(fileURLWithPath: path) : URL(fileURLWithPath: path).resolvingSymlinksInPath()
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                throw CommandFailure("\(path) is a folder: give the name of a file with \(option).")
            }
            self.destination = destination
            self.isSpecial = isSpecial
            let folder = isSpecial ? FileManager.default.temporaryDirectory : destination.deletingLastPathComponent()
            partial = folder.appendingPathComponent(name)
        } else {
            destination = nil
            isSpecial = false
            partial = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        }
        do {
            file = try FileOutput(path: partial.path, removesItself: true)
        } catch {
            throw Self.failure(path ?? partial.path, error.message, option: option)
        }
    }

    func restart() throws {
        try explaining { try file.restart() }
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws {
        try explaining { try file.write(bytes, at: offset) }
    }

    /// Gives the file its name, or copies it to standard output.
    func publish() throws {
        if let destination, !isSpecial {
            guard rename(partial.path, destination.path) == 0 else {
                throw Self.failure(destination.path, String(cString: strerror(errno)), option: option)
            }
        } else {
            let reader = try FileHandle(forReadingFrom: partial)
            let writer = try destination.map { try FileHandle(forWritingTo: $0) } ?? .standardOutput
            while let data = try reader.read(upToCount: 1 << 16), !data.isEmpty {
                try writer.write(contentsOf: data)
            }
        }
    }

    /// Plays the file.
    func play(with player: Player) throws {
        try player.play(partial)
    }

    private func explaining(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as FileOutputError {
            throw Self.failure(destination?.path ?? partial.path, error.message, option: option)
        }
    }

    private static func failure(_ path: String, _ reason: String, option: String) -> CommandFailure {
        CommandFailure("\(path) can't be written: \(reason). Choose another place with \(option).")
    }
}
