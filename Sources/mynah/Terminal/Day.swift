import ArgumentParser
import Foundation
import Platform

/// A day in UTC as people type it: `2027-01-31`.
struct Day: ExpressibleByArgument {
    /// When the day is over.
    let end: Timestamp

    init?(argument: String) {
        guard argument.count == 10, let start = try? Date(argument, strategy: .iso8601.year().month().day()) else { return nil }
        // Else the 31st of February would be a day in March.
        guard Timestamp(start).rfc3339.hasPrefix(argument) else { return nil }
        end = Timestamp(start) + .seconds(86_400)
    }
}
