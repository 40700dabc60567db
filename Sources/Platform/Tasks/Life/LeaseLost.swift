/// Someone else has the task now, or it is gone: what was done on it does not count.
struct LeaseLost: Error, Sendable, Hashable {}
