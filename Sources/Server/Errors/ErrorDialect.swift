import Hummingbird

/// How a family says that something went wrong.
protocol ErrorDialect: Sendable {
    /// The family's answer.
    func response(to error: ErrorAnswer) throws -> Response
}
