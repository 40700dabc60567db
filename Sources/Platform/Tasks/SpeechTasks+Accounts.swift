extension SpeechTasks {
    /// A page of the completed tasks of one of the caller's accounts, the newest first, and how many there are in all.
    ///
    /// - Parameters:
    ///   - number: Which page, from 1; those after the last are empty.
    ///   - size: How many tasks a page has, at least 1.
    public func page(_ number: Int, size: Int, of account: Account, for principal: Principal) async throws -> TaskPage {
        try await queue.page(max(1, number), size: max(1, size), of: principal.userID, account: account.name)
    }

    /// Deletes one of the caller's accounts with all its tasks. If it is cut short, the account is still there, and can be deleted again.
    ///
    /// - Throws: `FileStoreError`.
    public func delete(_ account: Account, of principal: Principal) async throws {
        var tasks: [ChangedTask]
        repeat {
            tasks = try await queue.deleteSome(of: principal.userID, account: account.name)
            try await finishDeleting(tasks)
        } while !tasks.isEmpty
        try await finishDeleting(queue.deleteAccount(account.name, of: principal.userID))
    }

    /// Does what is left to do once tasks are deleted: stops who works on them, wakes who waits for them, and removes their files.
    func finishDeleting(_ tasks: [ChangedTask]) async throws {
        for task in tasks {
            signals.stopped(task.id)
            signals.finished(task.id)
            signals.changed(of: task.userID)
        }
        // Now that no row names them: what a crash leaves here, the sweep finds.
        for name in tasks.flatMap(\.orphans) { try await files.delete(name) }
    }
}
