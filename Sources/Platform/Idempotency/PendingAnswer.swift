import Database

/// What is kept in place of an answer while the task that it will be made of is not finished.
public enum PendingAnswer {
    /// What stands before the task's id. No JSON begins so.
    private static let mark = "task "

    /// What is kept for a task.
    public static func text(ofTask id: String) -> String {
        mark + id
    }

    /// The id of the task that `kept` stands for; nil where it is an answer.
    public static func taskID(in kept: String) -> String? {
        kept.hasPrefix(mark) ? String(kept.dropFirst(mark.count)) : nil
    }

    /// The same text for each row of `tasks`.
    static var ofTaskRow: SQL {
        "\(mark) || tasks.id"
    }
}
