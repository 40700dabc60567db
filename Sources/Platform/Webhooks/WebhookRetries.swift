import WebClient

/// Whether and when a delivery is tried again: the one place for it.
///
/// The waits double from 10 seconds to an hour, each shortened at random by up to half so that what failed together does not come back together.
struct WebhookRetries: Sendable, Hashable {
    /// How long after the first try there may be others.
    static let patience: Duration = .seconds(24 * 3600)
    /// The wait after the first try, before it is shortened.
    static let firstWait: Duration = .seconds(10)
    /// The longest wait, also of those that a receiver asks for.
    static let longestWait: Duration = .seconds(3600)

    /// How often it was tried, with the try that has just ended: at least 1.
    let attempts: Int
    /// When the first of those tries began.
    let firstTriedAt: Timestamp

    /// What comes after the last of those tries.
    ///
    /// - Parameter chance: A random number, from 0 up to 1.
    func verdict(after outcome: WebhookOutcome, at now: Timestamp, chance: Double) -> WebhookVerdict {
        switch outcome {
        case .success(let answer) where (200..<300).contains(answer.status): .delivered
        case .success(let answer) where answer.status == 429 || answer.status >= 500: retry(at: now, chance: chance, atLeast: answer.retryAfter)
        // A redirect is not followed, and any other answer will be the same the next time.
        case .success: .failed
        case .failure(.refusedAddress), .failure(.malformedURL): .failed
        case .failure: retry(at: now, chance: chance, atLeast: nil)
        }
    }

    private func retry(at now: Timestamp, chance: Double, atLeast asked: Duration?) -> WebhookVerdict {
        let full = min(Self.firstWait * (1 << min(attempts - 1, 16)), Self.longestWait)
        let wait = max(full * (1 - chance / 2), min(asked ?? .zero, Self.longestWait))
        return now + wait > firstTriedAt + Self.patience ? .failed : .retry(at: now + wait)
    }
}
