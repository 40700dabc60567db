import Database
import Testing

@testable import Platform

@Suite struct CreditHistoryTests {
    private let platform: TestPlatform

    init() async throws {
        platform = try await TestPlatform()
        _ = try await platform.makeUser()
        _ = try await platform.makeUser("bob")
        // Several within a millisecond, and several after.
        for amount in 1...12 {
            try await platform.credits.grant(amount, to: amount % 4 == 0 ? "bob" : "ada", expiresAt: nil)
            if amount % 3 == 0 { platform.advance(by: .seconds(1)) }
        }
    }

    @Test(arguments: [1, 2, 4, 100])
    func `pages hold every entry of the user once, the newest first`(limit: Int) async throws {
        var pages: [LedgerEntry] = []
        while true {
            let page = try await platform.credits.history(of: "ada", limit: limit, before: pages.last?.id)
            #expect(page.count <= limit)
            pages += page
            if page.count < limit { break }
        }
        #expect(pages.map(\.createdAt) == pages.map(\.createdAt).sorted(by: >))
        #expect(pages.map(\.amount).sorted() == [1, 2, 3, 5, 6, 7, 9, 10, 11])
    }

    @Test func `another user's entry is no place to begin`() async throws {
        let other = try #require(try await platform.credits.history(of: "bob", limit: 1).first)
        await #expect(throws: PlatformError.self) { try await platform.credits.history(of: "ada", limit: 1, before: other.id) }
        await #expect(throws: PlatformError.self) { try await platform.credits.history(of: "ada", limit: 1, before: "none") }
    }
}
