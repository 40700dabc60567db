import Audio
import Foundation
import Testing

/// Recordings of people: `MYNAH_SPEAKERS` names a folder with one for each of them.
enum RealSpeakers {
    /// Samples a second.
    static let sampleRate = 16_000
    /// The folder; nil where there is none.
    static let folder = ProcessInfo.processInfo.environment["MYNAH_SPEAKERS"].map { URL(fileURLWithPath: $0, isDirectory: true) }

    /// Each person's first four recordings, one behind the other.
    static func people() throws -> [[Float]] {
        let folders = try FileManager.default.contentsOfDirectory(at: try #require(folder), includingPropertiesForKeys: [.isDirectoryKey])
            .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        return try folders.map { folder in
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
                .filter { ["flac", "wav", "mp3"].contains($0.pathExtension) }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
            return try files.prefix(4).flatMap { file in
                try AudioDecoder.samples(of: ByteSource([UInt8](Data(contentsOf: file))), sampleRate: sampleRate, maximumDuration: 300)
            }
        }
    }
}
