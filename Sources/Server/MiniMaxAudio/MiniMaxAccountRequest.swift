import Platform

/// The body of `POST /v1/minimax/accounts`.
struct MiniMaxAccountRequest: Encodable {
    let account: String
    let maxJobs: Int

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        account = try fields.requiredString("account")
        maxJobs = try fields.integer("maxJobs", in: Account.jobs) ?? Account.jobs.upperBound
        guard try fields.string("token") == nil else {
            throw .invalid(field: "token", "is for accounts elsewhere, which are not there yet: leave it out for one on this server's own engines")
        }
    }
}
