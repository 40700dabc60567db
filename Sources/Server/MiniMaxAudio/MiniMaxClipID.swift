import Foundation
import Platform

/// An `audio_id`: `user:11223344556677-minimax:local-audio:cl…`.
struct MiniMaxClipID: Hashable {
    let userNumber: Int
    let account: String
    let taskID: String

    init(userNumber: Int, account: String, taskID: String) {
        self.userNumber = userNumber
        self.account = account
        self.taskID = taskID
    }

    /// The id that a path has, with its colons as they are or percent-encoded; nil for what is none.
    init?(path: String) {
        guard path.utf8.count <= 512, let text = path.removingPercentEncoding,
            let match = text.wholeMatch(of: #/user:([1-9][0-9]{0,17})-minimax:([A-Za-z0-9._\-]+)-audio:(cl[0-9a-z]{23})/#),
            let number = Int(match.1), Account.isName(match.2)
        else { return nil }
        self.init(userNumber: number, account: String(match.2), taskID: String(match.3))
    }

    /// The id as answers have it.
    var text: String {
        "user:\(userNumber)-minimax:\(account)-audio:\(taskID)"
    }
}
