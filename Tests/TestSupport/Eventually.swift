import Foundation

/// Waits until `condition` holds, looking again and again; answers whether it came to hold within `seconds`.
public func eventually(within seconds: Double = RawConnection.patience, _ condition: () async throws -> Bool) async rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while .now < deadline {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return try await condition()
}
