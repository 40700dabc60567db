import EnginePool
import EngineProtocol
import Foundation
import TestSupport

/// A shell script in the place of a host, for what a host of ours never does.
struct FakeHost {
    /// The script's beginning that greets as a host does.
    static let greeting = "printf '\(octal(of: (try? Frame(.ready, message: HostGreeting(confinement: [], versions: [])))?.bytes ?? []))'\n"

    private let folder: TemporaryFolder
    /// A pool of one such host.
    let pool: EnginePool

    /// - Parameters:
    ///   - patience: How long it may stand still. The machine may take a while to start a shell.
    ///   - attempts: How often a request is tried.
    init(_ script: String, patience: Duration = .seconds(60), attempts: Int = 3) throws {
        folder = try TemporaryFolder()
        let log = folder.url.appendingPathComponent("starts").path
        pool = EnginePool(
            configuration: EnginePoolConfiguration(
                executable: "/bin/sh", arguments: ["-c", "echo start >> '\(log)'\n\(script)"], size: 1, patience: patience, attempts: attempts))
    }

    /// How often the script was started.
    var starts: Int {
        let log = try? String(contentsOf: folder.url.appendingPathComponent("starts"), encoding: .utf8)
        return log?.split(separator: "\n").count ?? 0
    }

    /// Bytes as `printf` takes them.
    static func octal(of bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }.joined()
    }
}
