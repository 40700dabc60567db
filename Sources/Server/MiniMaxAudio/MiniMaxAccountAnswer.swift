import Platform

/// An account, as `/v1/minimax/accounts` answers it.
struct MiniMaxAccountAnswer: Encodable {
    var account: String
    /// How many of its texts may be spoken at once.
    var maxJobs: Int
    /// How many are.
    var runningJobs: Int
    var supportAudio = true
    var supportChat = false
    var supportVideo = false

    init(_ account: Account) {
        self.account = account.name
        maxJobs = account.maxJobs
        runningJobs = account.openJobs
    }
}
