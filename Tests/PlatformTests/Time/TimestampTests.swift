import Foundation
import Testing

@testable import Platform

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_704_067_200_000, "2024-01-01T00:00:00.000Z"), (1_794_571_200_001, "2026-11-13T12:00:00.001Z"),
            (4_102_444_799_999, "2099-12-31T23:59:59.999Z"),
        ] as [(Int64, String)])
    func `a time is written as RFC 3339 has it`(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
    }

    @Test func `every millisecond is written as itself`() {
        for millisecond in 0..<1000 {
            let text = Timestamp(milliseconds: 1_794_571_200_000 + Int64(millisecond)).rfc3339
            let digits = String(repeating: "0", count: 3 - "\(millisecond)".count) + "\(millisecond)"
            #expect(text == "2026-11-13T12:00:00.\(digits)Z")
        }
    }

    @Test func `a date is its nearest millisecond`() {
        for milliseconds in [0, 1, 999, 1_794_571_200_001, 4_102_444_799_999] as [Int64] {
            #expect(Timestamp(Timestamp(milliseconds: milliseconds).date).milliseconds == milliseconds)
        }
    }

    @Test func `times are counted and compared`() {
        let time = Timestamp(milliseconds: 1000)
        #expect(time + .milliseconds(1) == Timestamp(milliseconds: 1001))
        #expect(time + .seconds(60) == Timestamp(milliseconds: 61_000))
        #expect(time + .milliseconds(-1500) == Timestamp(milliseconds: -500))
        #expect(time < time + .milliseconds(1) && !(time < time))
    }
}
