/// What a transaction talks to. It belongs to the closure that got it, and is of no use after.
public protocol DatabaseConnection {
    /// Runs one statement.
    ///
    /// - Returns: the number of rows it inserted, updated or deleted; what triggers and foreign keys did beyond that does not count.
    /// - Throws: ``DatabaseError``.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs one statement, and returns all its rows. They are all in memory at once: bound their number with `LIMIT`.
    ///
    /// - Throws: ``DatabaseError``.
    func rows(_ sql: SQL) throws -> [Row]

    /// Runs one statement to its end, and returns its first row, or nil where there is none.
    ///
    /// - Throws: ``DatabaseError``.
    func row(_ sql: SQL) throws -> Row?
}
