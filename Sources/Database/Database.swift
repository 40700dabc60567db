/// A relational database: a seam that every driver fits behind, so it speaks only what all of them understand.
///
/// SQL given to it is portable: bound values instead of literals, `ON CONFLICT` instead of catching an error, `RETURNING`, and no function
/// that only one database has.
///
/// A transaction is a synchronous closure on a thread of the database. It gets a connection that is good only while it runs, and nothing is awaited
/// in it. **It may run more than once**: after a serialization failure on one driver, or because a write that was committed with it failed on
/// another. So it has no effect outside the database, and returns what it found instead of storing it somewhere.
///
/// When one statement of a transaction fails, the transaction has failed: catching the error does not save it, and every later statement throws
/// the same error.
///
/// Cancelling the task that waits takes nothing back: what was asked for runs, and its answer arrives.
public protocol Database: Sendable {
    /// Runs `body` in a transaction that sees one state of the database, and changes nothing.
    ///
    /// Everything that was committed before the call is seen. Reads run side by side, and do not wait for writes.
    ///
    /// - Throws: what `body` throws, or a ``DatabaseError``.
    func read<T: Sendable>(_ body: @escaping @Sendable (any DatabaseConnection) throws -> T) async throws -> T

    /// The first row that a query finds, or nil where there is none; read on the caller's thread where the database has a connection for it at once.
    ///
    /// Sees what ``read(_:)`` would. For a row that is found by its key: that takes less time than to have another thread do it. Whatever takes longer,
    /// or more than one statement, is to be read by ``read(_:)``.
    ///
    /// - Throws: a ``DatabaseError``.
    func lookUp(_ sql: SQL) async throws -> Row?

    /// Runs `body` in a transaction, commits it, and returns once the changes survive a loss of power.
    ///
    /// Nothing of it stays when `body` throws, or when one of its statements fails.
    ///
    /// - Throws: what `body` throws, or a ``DatabaseError``.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any DatabaseConnection) throws -> T) async throws -> T

    /// Waits for the reads and writes that were asked for, then gives everything back. Those that come later fail with ``DatabaseError/Kind/closed``.
    ///
    /// Closing twice is harmless.
    func close() async throws
}
