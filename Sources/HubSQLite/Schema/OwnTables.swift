/// The hub's own tables, beside the platform's.
enum OwnTables {
    /// Raised with every change of the tables, triggers or indexes here or derived.
    static let version = 1

    static let statements = [meta, change, scope, device, invitation, settings]

    /// Names and values; `devices` counts changes of devices, so that a revocation is noticed by
    /// whoever watches the head.
    private static let meta = """
        CREATE TABLE foyer_meta (
            name TEXT PRIMARY KEY,
            value ANY NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    /// Which row changed, not its content.
    ///
    /// `scope_key` is the property or company that the row belonged to at that moment; a row that
    /// moves has an entry for each. `moved` says that all below it moved along. The newest entry
    /// is never pruned, so `seq` grows for ever.
    private static let change = """
        CREATE TABLE foyer_change (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL DEFAULT (unixepoch()),
            table_no INTEGER NOT NULL,
            row_id BLOB NOT NULL,
            scope_key BLOB NOT NULL,
            moved INTEGER NOT NULL
        ) STRICT
        """

    /// Scopes by their content; `used_at` is to the day.
    private static let scope = """
        CREATE TABLE foyer_scope (
            fingerprint TEXT PRIMARY KEY,
            properties BLOB NOT NULL,
            companies BLOB NOT NULL,
            used_on TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """

    private static let device = """
        CREATE TABLE foyer_device (
            id BLOB PRIMARY KEY,
            token_hash BLOB NOT NULL UNIQUE,
            agent_id BLOB NOT NULL,
            name TEXT NOT NULL,
            enrolled_at TEXT NOT NULL,
            last_seen_at TEXT,
            revoked_at TEXT
        ) STRICT, WITHOUT ROWID
        """

    private static let invitation = """
        CREATE TABLE foyer_invitation (
            handle TEXT PRIMARY KEY,
            code_hash BLOB NOT NULL,
            agent_id BLOB NOT NULL,
            expires_at TEXT NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID
        """

    /// What the platform has no column for.
    private static let settings = """
        CREATE TABLE foyer_property_settings (
            property_id BLOB PRIMARY KEY REFERENCES property (id) ON DELETE CASCADE,
            time_zone TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """
}
