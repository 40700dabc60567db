/// The family of the API that a task came by, which lists it and answers it.
public enum TaskFamily: String, Sendable, CaseIterable {
    case credits, labs, max, minimax
}
