import Platform

/// A task that has changed, as the stream tells of it.
struct TaskEventAnswer: Encodable, Sendable {
    let id: String
    let family: String
    let status: String
    let progress: Int
    @OrNull var error: String?
    let createdAt: String
    let updatedAt: String

    init(_ change: TaskChange) {
        id = change.id
        family = change.family.rawValue
        status = change.state.rawValue
        progress = change.progress
        error = change.error
        createdAt = change.createdAt.rfc3339
        updatedAt = change.updatedAt.rfc3339
    }
}
