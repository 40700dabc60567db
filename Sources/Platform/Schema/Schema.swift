import Database

/// The tables, as a list of changes that is only ever added to. The SQL is what SQLite and PostgreSQL both take.
public enum Schema {
    /// Every change, in order.
    public static let migrations = [
        usersAndKeys, credits, tasks, turns, idempotency, taskLife, keyScopes, disabledUsers, unmeteredPlans, blobs, webhooks, retention,
        deletedUsers, taskDetails, accounts, voiceYears, taskSubtitles, taskChanges, voiceClones,
    ]
}
