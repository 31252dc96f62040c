import Hub
import Model

/// Functions and triggers that write into the log which rows a statement changed and whose they
/// were, derived from the catalogue's scope paths.
///
/// Without NOTIFY, which takes a global lock at commit. Updates and deletes are told once a
/// statement, over its transition tables; inserts, which are nearly all that a chatbot does, row by
/// row, since a statement's tables cost more than its one row. Rows that go because their parent
/// does log nothing: the way to their property is gone by then, and the terminal deletes what hangs
/// below a deleted row by itself. So does a visitor, whom terminals drop with the last conversation
/// that names them.
///
/// The functions run with their owner's rights, so that the platform's role needs none in `foyer`.
/// They do so under whatever search path a writer has, since one of their own (a SET clause) costs
/// every statement of the platform 2 to 5 %. So nothing in them may be looked up by path: tables,
/// functions, operators and types stand with their schema, and there is no IN, BETWEEN, LIKE,
/// NULLIF, USING and no IS DISTINCT FROM, which takes the first `=` that the path has. Transition
/// tables come before all others of their name.
enum ChangeCapture {
    static let statements: [String] = captures.flatMap(\.statements)

    /// One function and the trigger that calls it.
    struct Capture: Sendable {
        /// The trigger's name.
        let name: String
        /// The function's text, as the server keeps it.
        let source: String
        /// What makes both, in place of what is there.
        let statements: [String]

        init(_ schema: TableSchema, _ event: String, for each: String, _ body: String) {
            let name = "\(schema.table.rawValue)_\(event)"
            self.name = "foyer_" + name
            source = """

                BEGIN
                    \(body)
                    RETURN NULL;
                END
                """
            statements = [
                """
                CREATE OR REPLACE FUNCTION foyer.note_\(name)() RETURNS trigger
                LANGUAGE plpgsql SECURITY DEFINER AS $$\(source)$$
                """,
                "DROP TRIGGER IF EXISTS foyer_\(name) ON \(schema.table.fullName)",
                """
                CREATE TRIGGER foyer_\(name) AFTER \(event.uppercased())
                ON \(schema.table.fullName) \(each)
                EXECUTE FUNCTION foyer.note_\(name)()
                """,
            ]
        }
    }

    static let captures: [Capture] = Catalogue.tables.flatMap { schema in
        [insert(schema), update(schema), delete(schema), truncate(schema)].compactMap { $0 }
    }

    private static func insert(_ schema: TableSchema) -> Capture? {
        if isReferenced(schema) { return nil }
        let (key, parent) =
            if case .parent(let column, .conversation) = schema.scope {
                later("NEW.\(column)")
            } else {
                (resolved("(\(ScopeKey.query(schema, "NEW", names)))"), "NULL")
            }
        return Capture(
            schema,
            "insert",
            for: "FOR EACH ROW",
            """
            \(log) VALUES (\(transaction), \(key),
                    NEW.id, \(schema.table.number), false, \(parent));
            """
        )
    }

    /// Key and parent of a row in a conversation, whose property is looked up by who reads: the way
    /// there cost a writer as much as the entry itself.
    private static func later(_ conversation: String) -> (String, String) {
        let key = """
            CASE WHEN \(conversation) IS NULL THEN '\(OwnSchema.nobodysKey)'::pg_catalog.uuid
                    ELSE '\(OwnSchema.unknownKey)' END
            """
        return (key, conversation)
    }

    /// A row whose scope stays has one entry; one that moves, or whose id changes, has one for
    /// either side.
    ///
    /// Both are joins, which a statement over many rows does by hashing: asked of each row, an
    /// update of 4,000 conversations took 0.25 s and one of 8,000 0.9 s, where this one takes
    /// 0.85 s for 80,000.
    private static func update(_ schema: TableSchema) -> Capture {
        let column = scopeColumn(schema)
        let same =
            column.map {
                " AND (o.\($0) \(equals) r.\($0) OR (o.\($0) IS NULL AND r.\($0) IS NULL))"
            } ?? ""
        let isSame = "o.id \(equals) r.id\(same)"
        let mayMove = column != nil
        let new = entries(
            schema,
            mayMove ? "new_rows AS r LEFT JOIN old_rows AS o ON \(isSame)" : "new_rows AS r",
            moved: mayMove ? "o.id IS NULL" : "false"
        )
        let old = entries(
            schema,
            "old_rows AS r",
            moved: mayMove ? "true" : "false",
            where: "NOT EXISTS (SELECT 1 FROM new_rows AS o WHERE \(isSame))"
        )
        return Capture(
            schema,
            "update",
            for: "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT",
            "\(log) \(new)\n    UNION ALL \(old);"
        )
    }

    private static func delete(_ schema: TableSchema) -> Capture? {
        if isReferenced(schema) { return nil }
        return Capture(
            schema,
            "delete",
            for: "REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT",
            "\(log) \(entries(schema, "old_rows AS r", moved: "false"));"
        )
    }

    private static func truncate(_ schema: TableSchema) -> Capture {
        let zero = "'\(OwnSchema.unknownKey)'"
        return Capture(
            schema,
            "truncate",
            for: "FOR EACH STATEMENT",
            """
            \(log) VALUES
                (\(transaction), \(zero), \(zero), '\(OwnSchema.truncated)', false, NULL);
            """
        )
    }

    private static let log =
        "INSERT INTO foyer.change (xid, scope_key, row_id, table_no, moved, parent_id)"
    private static let transaction = "pg_catalog.pg_current_xact_id()"
    private static let equals = "OPERATOR(pg_catalog.=)"
    private static let names = ScopeKey.Names(schema: "public.", equals: equals)

    /// The key, or what stands for one.
    ///
    /// A row that is nobody's has an entry too: its parent may be on its way to a property in a
    /// transaction that is still open. A transaction that has one snapshot for all its statements
    /// cannot tell at all: the way it sees may be out of date.
    private static func resolved(_ found: String) -> String {
        """
        CASE WHEN pg_catalog.current_setting('transaction_isolation') \(equals) 'read committed'
                    THEN coalesce(\(found), '\(OwnSchema.nobodysKey)')
                    ELSE '\(OwnSchema.unknownKey)' END
        """
    }

    /// An entry for each of the rows and each of their keys.
    private static func entries(
        _ schema: TableSchema,
        _ rows: String,
        moved: String,
        where condition: String? = nil
    ) -> String {
        let query = ScopeKey.query(schema, "r", names)
        // Only visitors may be of several properties. A join would be planned as one of many rows:
        // with 32 writers it cost the platform 28 % where the subquery costs 23 %.
        let keys = isReferenced(schema) ? "LEFT JOIN LATERAL (\(query)) AS k ON true" : ""
        return """
            SELECT \(transaction),
                    \(resolved(isReferenced(schema) ? "k.scope_key" : "(\(query))")),
                    r.id, \(schema.table.number), \(moved), NULL::pg_catalog.uuid
                FROM \(rows) \(keys)
                \(condition.map { "WHERE \($0)" } ?? "")
            """
    }

    /// Whether rows are seen where others refer to them: then who inserts or deletes a reference
    /// says enough.
    private static func isReferenced(_ schema: TableSchema) -> Bool {
        if case .referenced = schema.scope { true } else { false }
    }

    /// The column that decides whose the row is; nil where others decide.
    private static func scopeColumn(_ schema: TableSchema) -> String? {
        switch schema.scope {
        case .company(let column), .parent(let column, _): column
        case .property, .referenced: nil
        }
    }
}
