import Foundation

/// A calendar month in UTC: the period of a plan's credits.
struct Month: Sendable, Hashable {
    /// `2026-11`.
    let name: String
    /// When the next month starts.
    let end: Timestamp

    /// The month that `time` lies in.
    init(containing time: Timestamp) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month], from: time.date)
        let (year, month) = (parts.year ?? 1970, parts.month ?? 1)
        name = "\(year)-\(month < 10 ? "0" : "")\(month)"
        let next = DateComponents(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        end = calendar.date(from: next).map(Timestamp.init) ?? time
    }
}
