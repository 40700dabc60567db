/// How tasks are taken on and worked through.
public struct TaskConfiguration: Sendable, Hashable {
    /// How long a task may take, from when it is taken on until it is finished.
    public var deadline: Duration
    /// How many tasks of one user run at once.
    public var runningPerUser: Int
    /// How many tasks of one user may wait and run.
    public var openPerUser: Int
    /// Whether a user's repeated request is answered with the file that it came to before.
    public var reusesFiles: Bool

    /// A configuration; without parameters, the usual one: a day, no limit of running tasks but the number of workers, 100,000 open tasks, and files are
    /// used again.
    public init(deadline: Duration = .seconds(24 * 3600), runningPerUser: Int = .max, openPerUser: Int = 100_000, reusesFiles: Bool = true) {
        self.deadline = deadline
        self.runningPerUser = runningPerUser
        self.openPerUser = openPerUser
        self.reusesFiles = reusesFiles
    }
}
