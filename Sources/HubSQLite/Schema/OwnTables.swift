/// The hub's own tables, beside the platform's.
enum OwnTables {
    /// Raised with every change of the tables, triggers or indexes here or derived.
    static let version = 3

    static let statements = [
        meta, change, scope, device, invitation, ledger, ledgerByMutation, audit,
    ]

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

    /// What came of every mutation, by the number its device gave it: a second try is answered with
    /// the first outcome.
    ///
    /// One that was sent by two devices is there twice.
    private static let ledger = """
        CREATE TABLE foyer_ledger (
            device_id BLOB NOT NULL,
            number INTEGER NOT NULL,
            mutation_id BLOB NOT NULL,
            agent_id BLOB NOT NULL,
            kind TEXT NOT NULL,
            outcome TEXT NOT NULL,
            refusal TEXT,
            at TEXT NOT NULL,
            PRIMARY KEY (device_id, number)
        ) STRICT, WITHOUT ROWID
        """

    private static let ledgerByMutation =
        "CREATE INDEX foyer_ledger_mutation ON foyer_ledger (mutation_id)"

    /// The table number of an entry of the log that says: a device's mutation was decided.
    static let decided = -1

    /// Who changed what, when, before and after; each entry's hash covers the one before it.
    private static let audit = """
        CREATE TABLE foyer_audit (
            seq INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            agent_id BLOB NOT NULL,
            device_id BLOB NOT NULL,
            mutation_id BLOB NOT NULL,
            kind TEXT NOT NULL,
            changes TEXT NOT NULL,
            hash BLOB NOT NULL
        ) STRICT
        """

    /// From version 1, which kept no more of a property than its zone, and nobody's writes.
    static let fromFirst =
        PlatformTables.own + ChangeTriggers.own
        + [
            """
            INSERT INTO property_settings (id, property_id, time_zone)
            SELECT property_id, property_id, time_zone FROM foyer_property_settings
            """, "DROP TABLE foyer_property_settings", ledger, ledgerByMutation, audit,
            isCurrent,
        ]

    /// From version 2, which forgot whose a conversation was before visitors were merged.
    static let fromSecond = [
        """
        ALTER TABLE lead_desk
        ADD COLUMN merged_from BLOB CHECK (length(merged_from) = 16)
        """, isCurrent,
    ]

    private static let isCurrent =
        "UPDATE foyer_meta SET value = \(version) WHERE name = 'version'"
}
