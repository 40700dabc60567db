import Foundation
import Synchronization

/// A bar on the terminal, for narrations that take a while.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let drawn = Mutex(-1)
    private let started = ContinuousClock.now

    private static let width = 40
    /// What is done sooner than this needs no bar.
    private static let delay = Duration.milliseconds(500)

    init() {
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Shows that `share` (0 to 1) is done.
    func show(_ share: Double) {
        guard isShown, .now - started > Self.delay else { return }
        drawn.withLock { drawn in
            let percent = Int(share * 100)
            guard percent > drawn else { return }
            drawn = percent
            let done = Self.width * percent / 100
            write("\r[\(String(repeating: "█", count: done))\(String(repeating: "·", count: Self.width - done))] \(percent) %")
        }
    }

    /// Takes the bar away.
    func clear() {
        drawn.withLock { drawn in
            if drawn >= 0 { write("\r\u{1B}[K") }
            drawn = -1
        }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
