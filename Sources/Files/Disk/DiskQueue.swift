internal import Dispatch

/// Runs what waits for a disk on threads that may wait, so that tasks never do.
struct DiskQueue: Sendable {
    private let queue = DispatchQueue(label: "Files.disk", attributes: .concurrent)

    /// Runs `work`, and returns what it does.
    func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result(catching: work))
            }
        }
    }
}
