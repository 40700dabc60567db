import Testing

@testable import Platform

@Suite struct UsersTests {
    @Test(arguments: ["a", "ada", "Ada.Lovelace", "me@example.com", "x_1-2", String(repeating: "x", count: 64)])
    func `plain names are taken`(name: String) async throws {
        let platform = try await TestPlatform()
        let user = try await platform.users.create(name: name, plan: .monthly(7))
        #expect(user.name == name && user.plan == .monthly(7) && user.createdAt == platform.clock.now)
        #expect(try await platform.users.named(name) == user)
    }

    @Test(arguments: ["", " ", "a b", "a\n", "a\u{0}", "a\u{1B}", "é", "a/b", String(repeating: "x", count: 65)])
    func `everything else is refused`(name: String) async throws {
        let platform = try await TestPlatform()
        let error = await #expect(throws: PlatformError.self) { try await platform.users.create(name: name, plan: .monthly(0)) }
        #expect(error == .invalid(field: "name", "has 1 to 64 ASCII characters without spaces and slashes, and no hyphen first"))
        #expect(try await platform.users.count() == 0)
    }

    @Test func `a name is one user's`() async throws {
        let platform = try await TestPlatform()
        _ = try await platform.users.create(name: "ada", plan: .monthly(0))
        let error = await #expect(throws: PlatformError.self) { try await platform.users.create(name: "ada", plan: .monthly(0)) }
        #expect(error == .invalid(field: "name", "is taken: there is a user ada already"))
        _ = try await platform.users.create(name: "Ada", plan: .monthly(0))
        #expect(try await platform.users.count() == 2)
        await #expect(throws: PlatformError.self) { try await platform.users.named("nobody") }
    }

    @Test func `who is disabled stays so, and is known, until enabled`() async throws {
        let platform = try await TestPlatform()
        _ = try await platform.makeUser("ada")
        let since = platform.clock.now
        try await platform.users.disable("ada")
        platform.advance(by: .seconds(5))
        try await platform.users.disable("ada")
        #expect(try await platform.users.list().map(\.disabledAt) == [since])
        try await platform.users.enable("ada")
        #expect(try await platform.users.named("ada").disabledAt == nil)
        await #expect(throws: PlatformError.self) { try await platform.users.disable("nobody") }
        await #expect(throws: PlatformError.self) { try await platform.users.enable("nobody") }
    }
}
