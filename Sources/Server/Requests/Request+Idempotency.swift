import Hummingbird
import Platform

extension Request {
    /// What makes the request the same as an earlier one; nil where it carries no `Idempotency-Key`.
    ///
    /// - Parameters:
    ///   - operation: The method and path.
    ///   - content: What was asked for, after parsing.
    /// - Throws: ``PlatformError/invalid(field:_:)``.
    func idempotencyKey(operation: String, content: some Encodable) throws -> IdempotencyKey? {
        try headers[.idempotencyKey].map { try IdempotencyKey(key: $0, operation: operation, content: content) }
    }
}
