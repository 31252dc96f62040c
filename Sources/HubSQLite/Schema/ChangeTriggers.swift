import Hub
import Model

/// Triggers that write into the log which row changed and whose it was, derived from the
/// catalogue's scope paths.
///
/// Rows that go because their parent does log nothing: the way to their property is gone by then,
/// and the terminal deletes what hangs below a deleted row by itself.
enum ChangeTriggers {
    static let statements: [String] = statements(Catalogue.platform)

    /// Those of our own tables that travel.
    static let own: [String] = statements(Catalogue.own)

    private static func statements(_ schemas: [TableSchema]) -> [String] {
        schemas.flatMap { [insert($0), update($0), delete($0)] }
    }

    private static func insert(_ schema: TableSchema) -> String {
        """
        CREATE TRIGGER foyer_\(schema.table.rawValue)_insert
        AFTER INSERT ON \(schema.table.sqlName) BEGIN
            \(entry(schema, "NEW", moved: "0", where: nil))
        END
        """
    }

    /// A row whose scope stays has one entry; one that moves has one for either side.
    private static func update(_ schema: TableSchema) -> String {
        let hasChildren = !Catalogue.children(of: schema.table).isEmpty
        let identity = "NEW.id IS NOT OLD.id"
        guard let scope = scopeColumn(schema) else {
            return trigger(
                schema,
                "update",
                "AFTER UPDATE",
                [
                    entry(schema, "NEW", moved: "0", where: nil),
                    entry(schema, "OLD", moved: "0", where: identity),
                ]
            )
        }
        let moves = "NEW.\(scope) IS NOT OLD.\(scope)"
        let moved = hasChildren ? "(\(moves))" : "0"
        return trigger(
            schema,
            "update",
            "AFTER UPDATE",
            [
                entry(schema, "NEW", moved: moved, where: nil),
                entry(schema, "OLD", moved: moved, where: "(\(moves)) OR (\(identity))"),
            ]
        )
    }

    private static func delete(_ schema: TableSchema) -> String {
        // Before, where the row's way to its property is through rows that refer to it.
        var isReferenced = false
        if case .referenced = schema.scope { isReferenced = true }
        return trigger(
            schema,
            "delete",
            isReferenced ? "BEFORE DELETE" : "AFTER DELETE",
            [entry(schema, "OLD", moved: "0", where: nil)]
        )
    }

    private static func trigger(
        _ schema: TableSchema,
        _ event: String,
        _ moment: String,
        _ statements: [String]
    ) -> String {
        """
        CREATE TRIGGER foyer_\(schema.table.rawValue)_\(event)
        \(moment) ON \(schema.table.sqlName) BEGIN
            \(statements.joined(separator: "\n    "))
        END
        """
    }

    private static func entry(
        _ schema: TableSchema,
        _ row: String,
        moved: String,
        where condition: String?
    ) -> String {
        let keys = ScopeKey.query(schema, row)
        let filter = condition.map { " AND (\($0))" } ?? ""
        return """
            INSERT INTO foyer_change (table_no, row_id, scope_key, moved)
            SELECT \(schema.table.number), \(row).id, k.scope_key, \(moved)
            FROM (\(keys)) AS k WHERE k.scope_key IS NOT NULL\(filter);
            """
    }

    /// The column that decides whose the row is; nil where others decide.
    private static func scopeColumn(_ schema: TableSchema) -> String? {
        switch schema.scope {
        case .company(let column), .parent(let column, _): column
        case .property, .referenced: nil
        }
    }
}
