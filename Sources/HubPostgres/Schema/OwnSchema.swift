/// The hub's own tables: all of them in the schema `foyer`, beside the platform's.
enum OwnSchema {
    /// Raised with every change of the tables, functions or triggers here or derived.
    static let version = 1

    static let statements = [
        "CREATE SCHEMA foyer", meta, change, changeByTransaction, horizon, scope,
        device, invitation, settings,
    ]

    /// The scope key of an entry whose row's property could not be told when it was made: whoever
    /// reads the log looks where the row is now.
    static let unknownKey = "00000000-0000-0000-0000-000000000000"

    /// The scope key of an entry whose row was no property's and no company's.
    static let nobodysKey = "ffffffff-ffff-ffff-ffff-ffffffffffff"

    /// The table number of an entry that says: a table was emptied by TRUNCATE, fetch anew.
    static let truncated = -1

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
    /// moves has an entry for each. `moved` says that all below it moved along.
    private static let change = """
        CREATE TABLE foyer.change (
            xid xid8 NOT NULL,
            scope_key uuid NOT NULL,
            row_id uuid NOT NULL,
            table_no smallint NOT NULL,
            moved boolean NOT NULL
        )
        """

    /// The only index: a second one, by scope, would spare a terminal that was away for a week the
    /// others' entries, and cost every writer of the platform another 9 % (pgbench, 32 writers).
    private static let changeByTransaction =
        "CREATE INDEX change_xid ON foyer.change (xid)"

    /// Which transactions were over when: what retention in days is measured by; and marks by which
    /// a database that was restored from an older copy is told.
    private static let horizon = """
        CREATE TABLE foyer.horizon (
            at timestamptz PRIMARY KEY,
            xid xid8 NOT NULL,
            mark uuid NOT NULL DEFAULT gen_random_uuid()
        )
        """

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

    /// What the platform has no column for.
    ///
    /// It refers to the platform's table without a foreign key, which would put a trigger on it.
    private static let settings = """
        CREATE TABLE foyer.property_settings (
            property_id uuid PRIMARY KEY,
            time_zone text NOT NULL
        )
        """
}
