import Database

extension Schema {
    /// Tasks that can be deleted, with a family, a lane and a deadline; turns by lane; and how many tasks each user has.
    ///
    /// A table's `CHECK`s can't be changed in place on every database, so those are made anew, children first.
    static let taskLife = Migration(id: "2026-11-06-task-life", statements: tasksAnew + childrenAnew + renaming + taskIndexes + turnsByLane + totals)

    private static let tasksAnew: [SQL] = [
        """
        CREATE TABLE new_tasks (
            id TEXT NOT NULL PRIMARY KEY,
            user_id TEXT NOT NULL REFERENCES users (id),
            family TEXT NOT NULL CHECK (family IN ('credits', 'labs', 'max', 'minimax')),
            lane TEXT NOT NULL CHECK (lane IN ('interactive', 'batch')),
            voice_id TEXT NOT NULL,
            request TEXT,
            price BIGINT NOT NULL CHECK (price >= 0),
            state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'completed', 'failed', 'deleted')),
            progress DOUBLE PRECISION NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            lease_token TEXT,
            lease_expires_at BIGINT,
            deadline_at BIGINT,
            error TEXT,
            file_name TEXT,
            duration DOUBLE PRECISION,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            CHECK ((state = 'running') = (lease_token IS NOT NULL)),
            CHECK ((lease_token IS NULL) = (lease_expires_at IS NULL)),
            CHECK ((state = 'completed') = (file_name IS NOT NULL)),
            CHECK ((file_name IS NULL) = (duration IS NULL)),
            CHECK ((state = 'failed') = (error IS NOT NULL)),
            CHECK ((state = 'deleted') = (request IS NULL))
        )
        """,
        // Tasks from before have no deadline: who stopped the server for a while, to bring it up to date, loses none.
        """
        INSERT INTO new_tasks (id, user_id, family, lane, voice_id, request, price, state, progress, attempts, lease_token, lease_expires_at,
            error, file_name, duration, created_at, updated_at)
        SELECT id, user_id, 'credits', 'batch', voice_id, request, price, state, progress, attempts, lease_token, lease_expires_at,
            error, file_name, duration, created_at, updated_at FROM tasks
        """,
    ]

    private static let childrenAnew: [SQL] = [
        """
        CREATE TABLE new_task_words (
            task_id TEXT NOT NULL PRIMARY KEY REFERENCES new_tasks (id),
            words TEXT NOT NULL
        )
        """,
        "INSERT INTO new_task_words (task_id, words) SELECT task_id, words FROM task_words",
        """
        CREATE TABLE new_files (
            name TEXT NOT NULL PRIMARY KEY,
            task_id TEXT NOT NULL REFERENCES new_tasks (id),
            content_type TEXT NOT NULL,
            size BIGINT NOT NULL CHECK (size >= 0),
            created_at BIGINT NOT NULL
        )
        """,
        "INSERT INTO new_files (name, task_id, content_type, size, created_at) SELECT name, task_id, content_type, size, created_at FROM files",
    ]

    private static let renaming: [SQL] = [
        "DROP TABLE task_words",
        "DROP TABLE files",
        "DROP TABLE tasks",
        "ALTER TABLE new_tasks RENAME TO tasks",
        "ALTER TABLE new_task_words RENAME TO task_words",
        "ALTER TABLE new_files RENAME TO files",
    ]

    private static let taskIndexes: [SQL] = [
        "CREATE INDEX tasks_queued ON tasks (user_id, lane, created_at, id) WHERE state = 'queued'",
        "CREATE INDEX tasks_leases ON tasks (lease_expires_at) WHERE state = 'running'",
        "CREATE INDEX tasks_running ON tasks (user_id) WHERE state = 'running'",
        "CREATE INDEX tasks_deadlines ON tasks (deadline_at) WHERE state IN ('queued', 'running')",
        "CREATE INDEX tasks_history ON tasks (user_id, family, created_at, id) WHERE state <> 'deleted'",
        "CREATE INDEX files_by_task ON files (task_id)",
    ]

    private static let turnsByLane: [SQL] = [
        """
        CREATE TABLE new_task_turns (
            user_id TEXT NOT NULL REFERENCES users (id),
            lane TEXT NOT NULL CHECK (lane IN ('interactive', 'batch')),
            waiting BIGINT NOT NULL CHECK (waiting >= 0),
            turn BIGINT NOT NULL,
            PRIMARY KEY (user_id, lane)
        )
        """,
        "INSERT INTO new_task_turns (user_id, lane, waiting, turn) SELECT user_id, 'batch', waiting, turn FROM task_turns",
        "DROP TABLE task_turns",
        "ALTER TABLE new_task_turns RENAME TO task_turns",
        "CREATE INDEX task_turns_next ON task_turns (lane, turn, user_id) WHERE waiting > 0",
        "CREATE INDEX task_turns_last ON task_turns (lane, turn)",
        """
        CREATE TABLE task_lanes (
            lane TEXT NOT NULL PRIMARY KEY CHECK (lane IN ('interactive', 'batch')),
            passed_over BIGINT NOT NULL CHECK (passed_over >= 0)
        )
        """,
        "INSERT INTO task_lanes (lane, passed_over) VALUES ('batch', 0)",
    ]

    private static let totals: [SQL] = [
        """
        CREATE TABLE task_totals (
            user_id TEXT NOT NULL REFERENCES users (id),
            family TEXT NOT NULL CHECK (family IN ('credits', 'labs', 'max', 'minimax')),
            total BIGINT NOT NULL CHECK (total >= 0),
            PRIMARY KEY (user_id, family)
        )
        """,
        "INSERT INTO task_totals (user_id, family, total) SELECT user_id, 'credits', COUNT(*) FROM tasks GROUP BY user_id",
    ]
}
