import Platform

/// A `fileID`: `user:11223344556677-minimax:local-file:345…`.
struct MiniMaxFileID: Hashable {
    let userNumber: Int
    let account: String
    let fileID: String

    init(userNumber: Int, account: String, fileID: String) {
        self.userNumber = userNumber
        self.account = account
        self.fileID = fileID
    }

    /// The id that a text is; nil for what is none.
    init?(_ text: String) {
        guard text.utf8.count <= 512,
            let match = text.wholeMatch(of: #/user:([1-9][0-9]{0,17})-minimax:([A-Za-z0-9._\-]+)-file:([0-9]{15})/#), let number = Int(match.1),
            Account.isName(match.2)
        else { return nil }
        self.init(userNumber: number, account: String(match.2), fileID: String(match.3))
    }

    /// The id as answers have it.
    var text: String {
        "user:\(userNumber)-minimax:\(account)-file:\(fileID)"
    }
}
