import Platform

/// The id of something that an account has, as this family writes it: `user:11223344556677-minimax:local-audio:cl…`.
struct MiniMaxID: Hashable {
    /// What it is the id of.
    enum Kind: String {
        /// A clip, which is a completed task: an `audio_id`.
        case clip = "audio"
        /// A recording that was sent: a `fileID`.
        case recording = "file"
    }

    let kind: Kind
    let userNumber: Int
    let account: String
    /// The id that the clip or the recording has among all users'.
    let ownID: String

    init(_ kind: Kind, _ ownID: String, of account: String, userNumber: Int) {
        self.kind = kind
        self.userNumber = userNumber
        self.account = account
        self.ownID = ownID
    }

    /// The id of something of `kind` that a text is; nil for what is none.
    init?(_ kind: Kind, text: String) {
        guard text.utf8.count <= 512,
            let match = text.wholeMatch(of: #/user:([1-9][0-9]{0,17})-minimax:([A-Za-z0-9._\-]+)-(audio:cl[0-9a-z]{23}|file:[0-9]{15})/#),
            let number = Int(match.1), Account.isName(match.2), match.3.hasPrefix(kind.rawValue)
        else { return nil }
        self.init(kind, String(match.3.dropFirst(kind.rawValue.count + 1)), of: String(match.2), userNumber: number)
    }

    /// The id as answers have it.
    var text: String {
        "user:\(userNumber)-minimax:\(account)-\(kind.rawValue):\(ownID)"
    }
}
