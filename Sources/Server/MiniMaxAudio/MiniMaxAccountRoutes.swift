import Foundation
import Hummingbird
import Platform

/// The accounts of the MiniMax audio family: each has its own clips, and a limit of its own.
struct MiniMaxAccountRoutes {
    private struct Deletion: Encodable {
        var account: String
        var deleted = true
        /// How many accounts there are still.
        var remaining: Int
    }

    let tasks: SpeechTasks
    let cloner: VoiceCloner
    let accounts: Accounts

    func add(to group: RouterGroup<UserContext>) {
        let reading = group.requiring(.read, .speak)
        reading.get("/v1/minimax/accounts", use: list)
        reading.get("/v1/minimax/accounts/:account", use: account)
        let changing = group.requiring(.speak)
        changing.post("/v1/minimax/accounts", use: create)
        changing.delete("/v1/minimax/accounts/:account", use: delete)
    }

    @Sendable private func list(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(MiniMaxAccountListAnswer(accounts: try await accounts.list(of: context.principal)))
    }

    @Sendable private func account(_ request: Request, _ context: UserContext) async throws -> Response {
        try .json(MiniMaxAccountAnswer(await named(context)))
    }

    @Sendable private func create(_ request: Request, _ context: UserContext) async throws -> Response {
        let content = try MiniMaxAccountRequest(await RequestFields(json: request))
        let once = try request.idempotencyKey(operation: "POST /v1/minimax/accounts", content: content)
        let answer = try await accounts.set(
            content.account, maxJobs: content.maxJobs, of: context.principal, field: "account", once: once
        ) { try Response.jsonText(MiniMaxAccountAnswer($0)) }
        return .json(written: answer, status: .created)
    }

    @Sendable private func delete(_ request: Request, _ context: UserContext) async throws -> Response {
        let account = try await named(context)
        guard account.name != Account.localName else {
            throw RequestError.invalid(field: "account", "\(Account.localName) can't be deleted: it is the one that everyone has")
        }
        try await tasks.delete(account, of: context.principal)
        try await cloner.deleteAll(of: account, for: context.principal)
        return try .json(Deletion(account: account.name, remaining: try await accounts.list(of: context.principal).count))
    }

    private func named(_ context: UserContext) async throws -> Account {
        let name = try context.parameters.require("account")
        return try await accounts.account(name.removingPercentEncoding ?? name, of: context.principal)
    }
}
