import Database

extension Schema {
    /// Voices that users clone, the recordings and samples that are theirs, and who has stated that they may clone.
    ///
    /// Of a deleted clone only the row is left, for the ledger's sake.
    static let voiceClones = Migration(
        id: "2026-11-21-voice-clones",
        statements: [
            """
            CREATE TABLE voice_clones (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                account TEXT NOT NULL,
                price BIGINT NOT NULL CHECK (price >= 0),
                title TEXT,
                description TEXT,
                cover_url TEXT,
                tags TEXT,
                language TEXT,
                gender TEXT,
                age TEXT,
                base TEXT,
                profile TEXT,
                reduces_noise INTEGER NOT NULL CHECK (reduces_noise IN (0, 1)),
                preview_text TEXT,
                duration DOUBLE PRECISION NOT NULL,
                consent_key_id TEXT,
                consented_at BIGINT,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL,
                deleted_at BIGINT,
                CHECK ((deleted_at IS NULL) = (profile IS NOT NULL)),
                CHECK ((profile IS NULL) = (title IS NULL AND tags IS NULL AND base IS NULL))
            )
            """,
            "CREATE INDEX voice_clones_of_user ON voice_clones (user_id, created_at, id) WHERE deleted_at IS NULL",
            """
            CREATE TABLE voice_clone_names (
                user_id TEXT NOT NULL REFERENCES users (id),
                name TEXT NOT NULL,
                clone_id TEXT NOT NULL REFERENCES voice_clones (id),
                PRIMARY KEY (user_id, name)
            )
            """,
            "CREATE INDEX voice_clone_names_of ON voice_clone_names (clone_id)",
            """
            CREATE TABLE voice_clone_totals (
                user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
                total BIGINT NOT NULL CHECK (total >= 0),
                revision BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE recordings (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                account TEXT NOT NULL,
                title TEXT NOT NULL,
                file_name TEXT NOT NULL UNIQUE,
                content_type TEXT,
                size BIGINT NOT NULL CHECK (size >= 0),
                duration DOUBLE PRECISION NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX recordings_of_user ON recordings (user_id, account)",
            """
            CREATE TABLE voice_clone_recordings (
                clone_id TEXT NOT NULL REFERENCES voice_clones (id),
                recording_id TEXT NOT NULL REFERENCES recordings (id),
                place INTEGER NOT NULL,
                PRIMARY KEY (clone_id, place)
            )
            """,
            "CREATE INDEX voice_clone_recordings_by_recording ON voice_clone_recordings (recording_id)",
            """
            CREATE TABLE voice_samples (
                file_name TEXT NOT NULL PRIMARY KEY,
                clone_id TEXT NOT NULL UNIQUE REFERENCES voice_clones (id),
                content_type TEXT NOT NULL,
                size BIGINT NOT NULL CHECK (size >= 0)
            )
            """,
            """
            CREATE TABLE clone_consents (
                user_id TEXT NOT NULL REFERENCES users (id),
                key_id TEXT NOT NULL,
                consented_at BIGINT NOT NULL,
                PRIMARY KEY (user_id, key_id)
            )
            """,
        ])
}
