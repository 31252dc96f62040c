package import Hub
import Model

extension PostgresHubStore {
    /// Gives a role what a serving hub needs: to read what may travel and what decides on it, to
    /// write the columns that mutations write, and the hub's own tables.
    ///
    /// No secret of a company can be read with it, and nothing that is in the ledger or in the
    /// audit can be changed.
    package func grant(to role: String) async throws(HubTrouble) {
        let statements = Self.grants(to: role)
        try await write { connection in
            for statement in statements { try connection.script(statement) }
        }
    }

    /// The statements of `grant`.
    package static func grants(to role: String) -> [String] {
        let role = "\"" + role.replacing("\"", with: "\"\"") + "\""
        return [
            "GRANT USAGE ON SCHEMA foyer TO \(role)",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA foyer TO \(role)",
        ]
            + Catalogue.platform.map { schema in
                let columns = readable(schema).map(Table.quoted).joined(separator: ", ")
                return "GRANT SELECT (\(columns)) ON \(schema.table.sqlName) TO \(role)"
            } + ["REVOKE UPDATE, DELETE ON foyer.ledger, foyer.audit FROM \(role)"]
            + Catalogue.own.map { schema in
                "REVOKE INSERT, UPDATE ON foyer.\(schema.table.sqlName) FROM \(role)"
            } + Catalogue.tables.flatMap { writing($0, role) }
    }

    private static func writing(_ schema: TableSchema, _ role: String) -> [String] {
        func grant(_ verb: String, _ columns: [String]?) -> String? {
            columns.map { columns in
                let names = columns.map(Table.quoted).joined(separator: ", ")
                return "GRANT \(verb) (\(names)) ON \(schema.table.fullName) TO \(role)"
            }
        }
        let inserts = WriteRights.inserts[schema.table].map { ["id"] + $0 }
        return [grant("INSERT", inserts), grant("UPDATE", WriteRights.updates[schema.table])]
            .compactMap { $0 }
    }

    private static func readable(_ schema: TableSchema) -> [String] {
        // A manager's access does not travel, but decides on what they may do.
        schema.columns.filter { $0.travels || $0.name == "access_level" }.map(\.name)
    }
}

// Indexes.
extension PostgresHubStore {
    /// An index that a hub's queries, or a delete of a parent, would read a whole table without.
    package struct MissingIndex: Hashable, Sendable {
        package let name: String
        let definition: String
    }

    /// Those on foreign keys that have none.
    package func missingIndexes() async throws(HubTrouble) -> [MissingIndex] {
        let known = try await read { connection in
            let rows = try connection.run(Self.leadingColumns)
            return Set((0..<rows.count).map { "\(rows.text($0, 0)).\(rows.text($0, 1))" })
        }
        return Catalogue.platform.flatMap { schema in
            schema.columns.filter { $0.reference != nil }.compactMap { column in
                guard !known.contains("\(schema.table.rawValue).\(column.name)") else { return nil }
                return MissingIndex(
                    name: "foyer_\(schema.table.rawValue)_\(column.name)",
                    definition: "\(schema.table.sqlName) (\(Table.quoted(column.name)))"
                )
            }
        }
    }

    /// Makes them one after the other, each without keeping writers waiting; returns their names.
    package func makeMissingIndexes() async throws(HubTrouble) -> [String] {
        let missing = try await missingIndexes()
        do {
            try await pool.perform { connection in
                for index in missing {
                    // What a run that was cut off left behind is of no use.
                    try connection.script("DROP INDEX CONCURRENTLY IF EXISTS \(index.name)")
                    try connection.script(
                        "CREATE INDEX CONCURRENTLY \(index.name) ON \(index.definition)"
                    )
                }
            }
        } catch {
            throw trouble(error)
        }
        return missing.map(\.name)
    }

    /// Table and first column of every index that is whole.
    private static let leadingColumns = """
        SELECT c.relname::text, a.attname::text
        FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE c.relnamespace = 'public'::regnamespace AND i.indisvalid AND i.indpred IS NULL
        """
}
