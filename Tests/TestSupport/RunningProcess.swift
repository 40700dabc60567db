import Foundation

/// A process of this machine, as it was a moment ago. One that has ended is none, also while nobody has asked for its exit code.
struct RunningProcess {
    /// Its id.
    let id: Int32
    /// The id of the process that started it.
    let parent: Int32
    /// Whether a signal has brought it to a stand.
    let isStopped: Bool

    /// All that there are.
    static var all: [RunningProcess] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.compactMap { RunningProcess($0) }
    }

    /// The process of that id; nil where there is none.
    init?(_ id: Int32) {
        // proc(5): the name, which may hold anything, stands in parentheses; the state and the parent's id follow.
        guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return nil }
        let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
        guard fields.count > 2, fields[1] != "Z", fields[1] != "X", let parent = Int32(fields[2]) else { return nil }
        self.id = id
        self.parent = parent
        isStopped = fields[1] == "T"
    }
}
