import Database

extension Schema {
    /// How often voices were asked to speak within a year, and how many characters: counted day by day, so that what is older falls out.
    ///
    /// Of the tasks from before it is known when they were taken on and what they cost, which then was a credit a byte.
    static let voiceYears = Migration(
        id: "2026-11-21-voice-years",
        statements: [
            """
            CREATE TABLE voice_usage_days (
                voice_id TEXT NOT NULL,
                day BIGINT NOT NULL,
                uses BIGINT NOT NULL CHECK (uses >= 0),
                characters BIGINT NOT NULL CHECK (characters >= 0),
                PRIMARY KEY (voice_id, day)
            )
            """,
            """
            INSERT INTO voice_usage_days (voice_id, day, uses, characters)
            SELECT voice_id, created_at / 86400000, COUNT(*), SUM(price) FROM tasks GROUP BY voice_id, created_at / 86400000
            """,
            "CREATE INDEX voice_usage_days_by_day ON voice_usage_days (day)",
            "ALTER TABLE voice_usage ADD COLUMN uses_in_year BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE voice_usage ADD COLUMN characters_in_year BIGINT NOT NULL DEFAULT 0",
            "ALTER TABLE voice_usage ADD COLUMN revision BIGINT NOT NULL DEFAULT 1",
            """
            UPDATE voice_usage SET
            uses_in_year = (SELECT COALESCE(SUM(days.uses), 0) FROM voice_usage_days AS days WHERE days.voice_id = voice_usage.voice_id),
            characters_in_year = (SELECT COALESCE(SUM(days.characters), 0) FROM voice_usage_days AS days WHERE days.voice_id = voice_usage.voice_id)
            """,
            "CREATE INDEX voice_usage_by_revision ON voice_usage (revision)",
        ])
}
