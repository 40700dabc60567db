/// A place among a user's changed tasks, in the order of when they changed last. As a text: `1795247520123-cl9kh…`.
public struct TaskCursor: Sendable, Hashable, Comparable {
    /// When the task changed.
    public var time: Timestamp
    /// The task; empty for before all of that time.
    public var taskID: String

    /// How many digits a time has at most: until the year 33658.
    private static let digits = 15
    /// How long an id is at most.
    private static let idLimit = 64

    /// The place of a task that changed at `time`; without one, before all that did.
    public init(time: Timestamp, taskID: String = "") {
        self.time = time
        self.taskID = taskID
    }

    /// The place that `text` names; nil for what ``text`` never writes.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...Self.digits).contains(parts[0].count), parts[1].count <= Self.idLimit else { return nil }
        let (numbers, letters) = (UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"))
        guard parts[0].allSatisfy(numbers.contains), parts[1].allSatisfy({ numbers.contains($0) || letters.contains($0) }),
            let milliseconds = Int64(String(decoding: parts[0], as: UTF8.self))
        else { return nil }
        self.init(time: Timestamp(milliseconds: milliseconds), taskID: String(decoding: parts[1], as: UTF8.self))
    }

    /// The place as a text.
    public var text: String {
        "\(time.milliseconds)-\(taskID)"
    }

    public static func < (left: TaskCursor, right: TaskCursor) -> Bool {
        (left.time, left.taskID) < (right.time, right.taskID)
    }
}
