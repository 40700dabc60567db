import Foundation
import Logging
import Platform
import ServiceLifecycle

/// Sweeps the data folder of a running server, once an hour.
struct SweepService: Service {
    let sweep: FileSweep
    let dataFolder: URL
    let logger: Logger

    private static let interval: Duration = .seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.interval)) != nil { await sweepOnce() }
        }
    }

    /// Sweeps now, unless a backup, a restore or another sweep is at work.
    ///
    /// - Parameter isFirst: Whether no task runs.
    func sweepOnce(isFirst: Bool = false) async {
        do {
            let maintenance = try Maintenance(of: dataFolder)
            defer { maintenance.clear() }
            let report = try await sweep.run(isFirst: isFirst)
            guard report.files + report.tasks > 0 else { return }
            logger.info(
                "Files that are not needed were removed.",
                metadata: ["files": "\(report.files)", "bytes": "\(report.bytes)", "tasks": "\(report.tasks)"])
        } catch is CancellationError {
        } catch {
            logger.warning("Files were not swept this time.", metadata: ["reason": "\(error)"])
        }
    }
}
