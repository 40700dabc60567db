import Database

extension Schema {
    /// Whom tasks tell of their end: who asked for it, what is to be delivered, every try, and what it is signed by.
    ///
    /// With a task goes its webhook, and with that its delivery and the tries of it.
    static let webhooks = Migration(
        id: "2026-11-07-webhooks",
        statements: [
            """
            CREATE TABLE webhook_secrets (
                user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
                secret TEXT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE task_webhooks (
                task_id TEXT NOT NULL PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
                url TEXT NOT NULL,
                format TEXT NOT NULL,
                link_base TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE webhook_deliveries (
                id TEXT NOT NULL PRIMARY KEY,
                task_id TEXT NOT NULL UNIQUE REFERENCES task_webhooks (task_id) ON DELETE CASCADE,
                user_id TEXT NOT NULL REFERENCES users (id),
                url TEXT NOT NULL,
                body TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                due_at BIGINT NOT NULL,
                lease_token TEXT,
                first_tried_at BIGINT,
                created_at BIGINT NOT NULL,
                ended_at BIGINT,
                CHECK ((state = 'waiting') = (ended_at IS NULL)),
                CHECK (state = 'waiting' OR lease_token IS NULL)
            )
            """,
            "CREATE INDEX webhook_deliveries_due ON webhook_deliveries (user_id, due_at, id) WHERE state = 'waiting'",
            "CREATE INDEX webhook_deliveries_leased ON webhook_deliveries (id) WHERE lease_token IS NOT NULL",
            "CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE ended_at IS NOT NULL",
            "CREATE INDEX webhook_deliveries_made ON webhook_deliveries (created_at, id)",
            """
            CREATE TABLE webhook_tries (
                id TEXT NOT NULL PRIMARY KEY,
                delivery_id TEXT NOT NULL REFERENCES webhook_deliveries (id) ON DELETE CASCADE,
                started_at BIGINT NOT NULL,
                duration BIGINT NOT NULL CHECK (duration >= 0),
                status INTEGER,
                error TEXT,
                CHECK ((status IS NULL) = (error IS NOT NULL))
            )
            """,
            "CREATE INDEX webhook_tries_of ON webhook_tries (delivery_id, started_at, id)",
        ])
}
