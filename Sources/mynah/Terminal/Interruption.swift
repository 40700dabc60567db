import ArgumentParser
import Dispatch
import Foundation

/// Ends work when the person presses Ctrl-C, so that it can take away what it left lying around.
enum Interruption {
    /// Does `work`; SIGINT and SIGTERM cancel it.
    ///
    /// - Throws: `ExitCode` 130 when it was cancelled, as shells expect, and what `work` throws.
    static func cancelling<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { task.cancel() }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        do {
            return try await task.value
        } catch is CancellationError {
            throw ExitCode(130)
        }
    }
}
