internal import Dispatch
internal import Foundation

/// One run of the program `tar`.
final class TarProcess: Sendable {
    private let process: Process
    private let words = Pipe()
    private let readsOutput: Bool

    /// The longest line that it may write, in bytes.
    private static let lineLimit = 4096

    /// - Parameters:
    ///   - input: What it reads from standard input; nothing if nil.
    ///   - output: Where its standard output goes; if nil, its lines are read.
    init(_ arguments: [String], input: FileHandle? = nil, output: FileHandle? = nil) {
        process = Process()
        readsOutput = output == nil
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar"] + arguments
        // Nothing else: a person's TAR_OPTIONS must not change what it does, nor their language what it says.
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"]
        process.standardInput = input ?? FileHandle.nullDevice
        process.standardOutput = output ?? words.fileHandleForWriting
        process.standardError = words.fileHandleForWriting
    }

    /// Runs it to its end, and has `body` look at each line of its output; what `body` throws ends it. A task that is cancelled ends it, too.
    ///
    /// - Throws: ``TarError``, `CancellationError`, and what `body` throws.
    func run(_ body: @escaping @Sendable (Substring) throws -> Void = { _ in }) async throws {
        try Task.checkCancellation()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async { [self] in
                    continuation.resume(with: Result { try runAndWait(body) })
                }
            }
        } onCancel: {
            end()
        }
        try Task.checkCancellation()
    }

    private func runAndWait(_ body: (Substring) throws -> Void) throws {
        try process.run()
        // Or the end of its words would not be seen.
        try words.fileHandleForWriting.close()
        var complaint: String?
        do {
            try readLines { line in
                if line.hasPrefix("tar: ") || line.hasPrefix("env: ") {
                    complaint = complaint ?? String(line.dropFirst("tar: ".count))
                } else {
                    try body(line)
                }
            }
        } catch {
            end()
            process.waitUntilExit()
            throw error
        }
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw process.terminationStatus == 127
                ? TarError.missing : TarError.failed(complaint ?? "it ended with code \(process.terminationStatus)")
        }
    }

    private func readLines(_ body: (Substring) throws -> Void) throws {
        var rest = Data()
        while let data = try words.fileHandleForReading.read(upToCount: 1 << 16), !data.isEmpty {
            rest += data
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                try body(Substring(decoding: rest[..<end], as: UTF8.self))
                rest = rest[(end + 1)...]
            }
            guard rest.count <= Self.lineLimit else { throw TarError.unexpected("a name that is too long") }
            rest = Data(rest)
        }
    }

    private func end() {
        if process.isRunning { process.terminate() }
    }
}
