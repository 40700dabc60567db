import Platform

/// The answer of `GET /v1/minimax/accounts`: an object that has each account at its name, `local` first.
struct MiniMaxAccountListAnswer: Encodable {
    let accounts: [Account]

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONName.self)
        for account in accounts { try container.encode(MiniMaxAccountAnswer(account), forKey: JSONName(stringValue: account.name)) }
    }
}
