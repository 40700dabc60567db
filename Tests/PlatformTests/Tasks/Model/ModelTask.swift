@testable import Platform

/// A task of the model.
struct ModelTask {
    var id: String
    var userID: String
    var family: TaskFamily
    var lane: TaskLane
    var price: Int
    /// Which of the texts it speaks.
    var text: Int
    var createdAt: Timestamp
    var deadlineAt: Timestamp
    var state = TaskState.queued
    var attempts = 0
    var progress = 0.0
    var leaseToken: String?
    var leaseExpiresAt: Timestamp?
    /// What is held for it: places of grants, and amounts.
    var holds: [(grant: Int, amount: Int)] = []
    /// The stored file that it leads to.
    var blob: String?

    var isOpen: Bool { state == .queued || state == .running }
}
