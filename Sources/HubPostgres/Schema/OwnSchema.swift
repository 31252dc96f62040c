/// The hub's own tables: all of them in the schema `foyer`, beside the platform's.
enum OwnSchema {
    /// Raised with every change of the tables, functions or triggers here or derived.
    static let version = 6

    static let statements = [
        "CREATE SCHEMA foyer", meta, change, changeByTransaction, horizon, scope,
        device, invitation, ledger, ledgerByMutation, audit,
    ]

    /// The scope key of an entry whose row's property could not be told when it was made: whoever
    /// reads the log looks where the row is now.
    static let unknownKey = "00000000-0000-0000-0000-000000000000"

    /// The scope key of an entry whose row was no property's and no company's.
    static let nobodysKey = "ffffffff-ffff-ffff-ffff-ffffffffffff"

    /// The table number of an entry that says: a table was emptied by TRUNCATE, fetch anew.
    static let truncated = -1

    /// The table number of an entry that says: a device's mutation was decided.
    static let decided = -2

    /// Names and values.
    ///
    /// `devices` counts changes of devices, so that a revocation is noticed by whoever watches the
    /// head; `pruned` is the newest transaction whose entries the log has forgotten.
    private static let meta = """
        CREATE TABLE foyer.meta (
            name text PRIMARY KEY,
            value text NOT NULL
        )
        """

    /// Which row changed, not its content, and in which transaction.
    ///
    /// `scope_key` is the property or company that the row belonged to at that moment; a row that
    /// moves has an entry for each. `moved` says so, and that all below it moved along. Where
    /// `parent_id` is set, whoever reads the log looks where that conversation is, and the key is
    /// the unknown one: a hub of before reads the entry whosever it is.
    private static let change = """
        CREATE TABLE foyer.change (
            xid xid8 NOT NULL,
            scope_key uuid NOT NULL,
            row_id uuid NOT NULL,
            table_no smallint NOT NULL,
            moved boolean NOT NULL,
            parent_id uuid
        )
        """

    /// The only index: a second one, by scope, would spare a terminal that was away for a week the
    /// others' entries, and cost every writer of the platform another 9 % (pgbench, 32 writers).
    private static let changeByTransaction =
        "CREATE INDEX change_xid ON foyer.change (xid)"

    /// Which transactions were over when: what retention in days is measured by; and marks by which
    /// a database that was restored from an older copy is told.
    ///
    /// What is below `xid` was over by then, what is not below `edge` had not begun.
    private static let horizon = """
        CREATE TABLE foyer.horizon (
            at timestamptz PRIMARY KEY,
            xid xid8 NOT NULL,
            mark uuid NOT NULL DEFAULT gen_random_uuid(),
            edge xid8
        )
        """

    /// Columns that came after the first hubs were migrated.
    static let laterColumns = [
        (table: "change", name: "parent_id", type: "uuid"),
        (table: "horizon", name: "edge", type: "xid8"),
        (table: "lead_desk", name: "merged_from", type: "uuid"),
    ]

    /// Scopes by their content.
    private static let scope = """
        CREATE TABLE foyer.scope (
            fingerprint text PRIMARY KEY,
            properties uuid[] NOT NULL,
            companies uuid[] NOT NULL,
            used_on date NOT NULL
        )
        """

    private static let device = """
        CREATE TABLE foyer.device (
            id uuid PRIMARY KEY,
            token_hash bytea NOT NULL UNIQUE,
            agent_id uuid NOT NULL,
            name text NOT NULL,
            enrolled_at timestamptz NOT NULL,
            last_seen_at timestamptz,
            revoked_at timestamptz
        )
        """

    private static let invitation = """
        CREATE TABLE foyer.invitation (
            handle text PRIMARY KEY,
            code_hash bytea NOT NULL,
            agent_id uuid NOT NULL,
            expires_at timestamptz NOT NULL,
            tries integer NOT NULL DEFAULT 0
        )
        """

    /// What came of every mutation, by the number its device gave it: a second try is answered with
    /// the first outcome.
    ///
    /// One that was sent by two devices is there twice.
    private static let ledger = """
        CREATE TABLE foyer.ledger (
            device_id uuid NOT NULL,
            number bigint NOT NULL,
            mutation_id uuid NOT NULL,
            agent_id uuid NOT NULL,
            kind text NOT NULL,
            outcome text NOT NULL,
            refusal text,
            at timestamptz NOT NULL,
            PRIMARY KEY (device_id, number)
        )
        """

    private static let ledgerByMutation =
        "CREATE INDEX ledger_mutation ON foyer.ledger (mutation_id)"

    /// Who changed what, when, before and after; each entry's hash covers the one before it.
    private static let audit = """
        CREATE TABLE foyer.audit (
            seq bigint PRIMARY KEY,
            at timestamptz NOT NULL,
            agent_id uuid NOT NULL,
            device_id uuid NOT NULL,
            mutation_id uuid NOT NULL,
            kind text NOT NULL,
            changes text NOT NULL,
            hash bytea NOT NULL
        )
        """

    /// From version 1, which kept no more of a property than its zone, and nobody's writes.
    static let fromFirst =
        ["ALTER TABLE foyer.property_settings RENAME TO settings_of_first"]
        + PlatformDDL.own
        + [
            """
            INSERT INTO foyer.property_settings (id, property_id, time_zone)
            SELECT property_id, property_id, time_zone FROM foyer.settings_of_first
            """, "DROP TABLE foyer.settings_of_first", ledger, ledgerByMutation, audit,
        ]
}
