package import Model

/// The way from a row to the property or company whose it is, as SQL derived from the catalogue.
///
/// The log's triggers and every query that decides who may see a row are made of it, in every
/// store, so that there is one predicate a table.
package enum ScopeKey {
    /// How a store's SQL says that an id is one of the scope's, behind the id: such as
    /// `= ANY ($1)`.
    package struct Membership: Sendable {
        let property: String
        let company: String

        package init(property: String, company: String) {
            self.property = property
            self.company = company
        }
    }

    /// How the SQL names what it reads.
    package struct Names: Sendable {
        /// Stands before the platform's tables.
        let schema: String
        let equals: String

        package init(schema: String, equals: String) {
            self.schema = schema
            self.equals = equals
        }

        /// As the reader's own session finds them.
        package static let plain = Names(schema: "", equals: "=")
    }

    /// A query of `scope_key`: the properties, or the company, that the row `row` belongs to.
    package static func query(
        _ schema: TableSchema,
        _ row: String,
        _ names: Names = .plain
    ) -> String {
        switch schema.scope {
        case .property: return "SELECT \(row).id AS scope_key"
        case .company(let column): return "SELECT \(row).\(column) AS scope_key"
        case .parent(let column, let parent): return query(of: parent, "\(row).\(column)", names)
        case .referenced(let table, let column):
            // The only such rows are visitors, who are known where they spoke.
            precondition(table == .conversation)
            return """
                SELECT DISTINCT b.property_id AS scope_key FROM \(names.schema)conversation AS c
                JOIN \(names.schema)chatbot AS b ON b.id \(names.equals) c.chatbot_id
                WHERE c.\(column) \(names.equals) \(row).id
                """
        }
    }

    /// Whether the scope has the row; not true where the way is broken by a NULL.
    package static func isVisible(
        _ schema: TableSchema,
        _ row: String,
        _ scope: Membership
    ) -> String {
        switch schema.scope {
        case .company: "(\(query(schema, row))) \(scope.company)"
        case .property, .parent: "(\(query(schema, row))) \(scope.property)"
        case .referenced:
            """
            EXISTS (SELECT 1 FROM (\(query(schema, row))) AS k WHERE k.scope_key \(scope.property))
            """
        }
    }

    /// Statements that delete rows of our own tables whose parent is gone: no constraint ties them
    /// to the platform's.
    package static let orphans: [String] = Catalogue.own.compactMap { schema in
        guard case .parent(let column, let parent) = schema.scope else { return nil }
        return """
            DELETE FROM \(schema.table.sqlName) WHERE NOT EXISTS (
                SELECT 1 FROM \(parent.sqlName) AS p
                WHERE p.id = \(schema.table.sqlName).\(column))
            """
    }

    /// A query of `scope_key`: the property that whatever hangs below the row `id` belongs to.
    package static func query(
        of parent: Table,
        _ id: String,
        _ names: Names = .plain
    ) -> String {
        switch Catalogue[parent].scope {
        case .property: return "SELECT \(id) AS scope_key"
        case .parent(let column, let table):
            // Nothing that others hang below is ours.
            precondition(!parent.isOwn)
            let place = "\(names.schema)\(parent.sqlName) WHERE id \(names.equals) \(id)"
            if Catalogue[table].scope == .property {
                return "SELECT \(column) AS scope_key FROM \(place)"
            }
            return query(of: table, "(SELECT \(column) FROM \(place))", names)
        case .company, .referenced:
            // The catalogue is ours, and every query of it is made when the program starts.
            preconditionFailure("nothing hangs below \(parent.rawValue)")
        }
    }
}

extension Table {
    /// The name as SQL has it; `user` is a word of SQL.
    package var sqlName: String { Self.quoted(rawValue) }

    /// A name as SQL has it; `timestamp` and `position` are words of SQL.
    package static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
