/// The task's time was over while a worker was at it.
struct TaskOverdue: Error, Sendable, Hashable {}
