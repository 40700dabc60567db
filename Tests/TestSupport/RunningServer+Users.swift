import Foundation

extension RunningServer {
    /// The first user.
    public var client: APIClient {
        APIClient(url: url, key: key)
    }

    /// Makes a user, and a key for them.
    ///
    /// - Parameters:
    ///   - monthlyCredits: What their plan gives a month; nil for the server's usual number.
    ///   - permanentCredits: What they are given beside it; nil for nothing.
    public func newUser(monthlyCredits: Int? = nil, permanentCredits: Int? = nil) async throws -> APIClient {
        let name = "user-" + UUID().uuidString.prefix(13)
        let variables = monthlyCredits.map { ["MYNAH_USERS_MONTHLY_CREDITS": "\($0)"] } ?? [:]
        try await succeeding(mynah("users", "create", name, environment: variables))
        if let permanentCredits { try await succeeding(mynah("credits", "grant", name, "\(permanentCredits)")) }
        let key = try await succeeding(mynah("keys", "create", "--user", name)).text
        return APIClient(url: url, key: key, userName: name)
    }

    @discardableResult
    private func succeeding(_ result: CommandResult) throws -> CommandResult {
        guard result.exitCode == 0 else { throw ServerStartError(description: result.errors) }
        return result
    }
}
