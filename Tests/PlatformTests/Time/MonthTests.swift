import Foundation
import Testing

@testable import Platform

@Suite struct MonthTests {
    @Test(arguments: [
        ("2026-11-01T00:00:00Z", "2026-11", "2026-12-01T00:00:00.000Z"), ("2026-11-30T23:59:59Z", "2026-11", "2026-12-01T00:00:00.000Z"),
        ("2026-12-31T23:59:59Z", "2026-12", "2027-01-01T00:00:00.000Z"), ("2027-01-01T00:00:00Z", "2027-01", "2027-02-01T00:00:00.000Z"),
        ("2028-02-29T12:00:00Z", "2028-02", "2028-03-01T00:00:00.000Z"), ("1970-01-01T00:00:00Z", "1970-01", "1970-02-01T00:00:00.000Z"),
    ])
    func `a month is the calendar's in UTC`(time: String, name: String, end: String) throws {
        let month = Month(containing: Timestamp(try Date(time, strategy: .iso8601)))
        #expect(month.name == name && month.end.rfc3339 == end)
    }

    @Test func `the millisecond before a month is the one before's`() throws {
        let start = Timestamp(try Date("2027-01-01T00:00:00Z", strategy: .iso8601))
        #expect(Month(containing: Timestamp(milliseconds: start.milliseconds - 1)).name == "2026-12")
        #expect(Month(containing: Timestamp(milliseconds: start.milliseconds - 1)).end == start)
    }
}
