import Model

/// The way from a row to the property or company whose it is, as SQL derived from the catalogue.
///
/// The log's triggers and every query that decides who may see a row are made of it, so that there
/// is one predicate a table.
enum ScopeKey {
    /// A query of `scope_key`: the properties, or the company, that the row `row` belongs to.
    static func query(_ schema: TableSchema, _ row: String) -> String {
        switch schema.scope {
        case .property: return "SELECT \(row).id AS scope_key"
        case .company(let column): return "SELECT \(row).\(column) AS scope_key"
        case .parent(let column, let parent): return query(of: parent, "\(row).\(column)")
        case .referenced(let table, let column):
            // The only such rows are visitors, who are known where they spoke.
            precondition(table == .conversation)
            return """
                SELECT DISTINCT b.property_id AS scope_key FROM conversation AS c
                JOIN chatbot AS b ON b.id = c.chatbot_id WHERE c.\(column) = \(row).id
                """
        }
    }

    /// Whether the scope in the temporary tables has the row; false where the way is broken by a
    /// NULL.
    static func isVisible(_ schema: TableSchema, _ row: String) -> String {
        switch schema.scope {
        case .company: "(\(query(schema, row))) IN temp.scope_company"
        case .property, .parent: "(\(query(schema, row))) IN temp.scope_property"
        case .referenced:
            """
            EXISTS (SELECT 1 FROM (\(query(schema, row))) WHERE scope_key IN temp.scope_property)
            """
        }
    }

    private static func query(of parent: Table, _ id: String) -> String {
        switch Catalogue[parent].scope {
        case .property: return "SELECT \(id) AS scope_key"
        case .parent(let column, let table):
            let name = PlatformTables.name(parent)
            if Catalogue[table].scope == .property {
                return "SELECT \(column) AS scope_key FROM \(name) WHERE id = \(id)"
            }
            return query(of: table, "(SELECT \(column) FROM \(name) WHERE id = \(id))")
        case .company, .referenced:
            preconditionFailure("nothing hangs below \(parent.rawValue)")
        }
    }
}
