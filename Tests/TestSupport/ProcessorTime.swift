import Foundation

/// Processor time, which the machine's other work does not lengthen as it does time by the clock.
public enum ProcessorTime {
    /// How much of it `body` takes, on the thread that calls it.
    public static func measure(_ body: () throws -> Void) rethrows -> Duration {
        let start = now
        try body()
        return now - start
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
