import Platform

/// A completed task, as this family calls it.
struct MiniMaxClip {
    let task: SpeechTask
    let id: MiniMaxID
    let details: MiniMaxTaskDetails
    /// Where its audio is.
    let url: String

    /// The clip of a task of the caller's; nil where it is none.
    ///
    /// - Parameter base: The base of links.
    init?(_ task: SpeechTask, of principal: Principal, base: String) {
        guard task.family == .minimax, let account = task.account, let url = task.audioLink(base: base) else { return nil }
        self.task = task
        id = MiniMaxID(.clip, task.id, of: account, userNumber: principal.userNumber)
        details = MiniMaxTaskDetails.of(task)
        self.url = url
    }
}
