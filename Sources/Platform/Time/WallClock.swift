import Foundation

/// Tells the time; tests tell it another.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Timestamp

    /// A clock that answers what `read` does.
    public init(_ read: @escaping @Sendable () -> Timestamp) {
        self.read = read
    }

    /// The system's clock.
    public static let system = WallClock { Timestamp(Date()) }

    /// The time.
    public var now: Timestamp {
        read()
    }
}
