import GRDB
import Model

/// Removes rows with all that belongs to them, along the catalogue's scope paths.
final class Removal {
    private let db: Database
    private let touched: Touched
    /// The tables that lost rows.
    private(set) var shrunk: Set<Table> = []

    init(_ db: Database, _ touched: Touched) {
        self.db = db
        self.touched = touched
    }

    /// Removes these rows and what belongs to them.
    func remove(_ table: Table, _ ids: [RowID]) throws {
        try db.run("DELETE FROM temp.doomed")
        let doom = try CStatement(
            db,
            "INSERT OR IGNORE INTO temp.doomed (number, id) VALUES (?, ?)"
        )
        for id in ids {
            doom.bind(1, Int64(table.number))
            doom.bind(2, id)
            try doom.run()
        }
        let tables = try doomChildren(of: table)
        for table in tables { try touch(table) }
        for table in tables {
            try db.run(
                """
                DELETE FROM \(ReplicaSchema.name(table))
                WHERE id IN (SELECT id FROM temp.doomed WHERE number = ?)
                """,
                [table.number]
            )
            if db.changesCount > 0 { shrunk.insert(table) }
            if table == .message { touched.messages -= db.changesCount }
        }
    }

    /// A visitor lost a conversation: where it was the last, they leave too.
    func mayBeAlone(_ visitor: RowID) throws {
        let note = try CStatement(db, "INSERT OR IGNORE INTO temp.visitor (id) VALUES (?)")
        note.bind(1, visitor)
        try note.run()
    }

    /// Removes the visitors that were noted and whom no conversation refers to any more.
    func dropVisitors() throws {
        try drop("id IN (SELECT id FROM temp.visitor)")
    }

    /// Removes every visitor whom no conversation refers to: while pages were read, a conversation
    /// may have gone before it came.
    func dropAllLoneVisitors() throws {
        try drop("TRUE")
    }

    /// Removes rows whose conversation is not there: while pages were read, it may have come into
    /// the scope after its table was read and left it again before it was told of, and what hangs
    /// below it came in between.
    ///
    /// Above conversations all that leaves is told of by an id that what was read names.
    func dropStrays() throws {
        for schema in Catalogue.tables {
            guard case .parent(let column, .conversation) = schema.scope else { continue }
            let statement = try CStatement(
                db,
                """
                SELECT id FROM \(ReplicaSchema.name(schema.table)) WHERE \(column) IN (
                    SELECT \(column) FROM \(ReplicaSchema.name(schema.table))
                    EXCEPT SELECT id FROM conversation)
                """
            )
            var strays: [RowID] = []
            while try statement.step() {
                if let id = statement.id(0) { strays.append(id) }
            }
            statement.reset()
            if !strays.isEmpty { try remove(schema.table, strays) }
        }
    }

    private func drop(_ condition: String) throws {
        try db.run(
            """
            DELETE FROM "user" WHERE \(condition)
            AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.user_id = "user".id)
            """
        )
        if db.changesCount > 0 { shrunk.insert(.user) }
    }

    /// Notes the ids of all that belongs to the doomed rows of a table; returns the tables, parents
    /// first.
    private func doomChildren(of table: Table) throws -> [Table] {
        var tables = [table]
        for child in Catalogue.children(of: table) {
            try db.run(
                """
                INSERT OR IGNORE INTO temp.doomed (number, id)
                SELECT ?, id FROM \(ReplicaSchema.name(child.table))
                WHERE \(child.column) IN (SELECT id FROM temp.doomed WHERE number = ?)
                """,
                [child.table.number, table.number]
            )
            tables += try doomChildren(of: child.table)
        }
        return tables
    }

    /// Notes, before they go, what is derived from the doomed rows of a table.
    private func touch(_ table: Table) throws {
        switch Owner.of(table) {
        case .conversation:
            if table == .tasks { try ids(of: table, "id").forEach(touched.question) }
            for id in try ids(of: table, "conversation_id") {
                try touched.conversation(id, hasText: table == .message)
            }
        case .itself:
            for id in try ids(of: table, "id") {
                try touched.conversation(id, hasText: true)
            }
            try ids(of: table, "user_id").forEach(mayBeAlone)
        case .visitor, .chatbot:
            for id in try ids(of: table, "id") { try touched.conversations(of: table, id) }
        case .knowledge:
            try ids(of: table, "id").forEach(touched.question)
        case .nothing:
            break
        }
    }

    /// The ids that a column of the doomed rows holds, each once.
    private func ids(of table: Table, _ column: String) throws -> [RowID] {
        let statement = try CStatement(
            db,
            """
            SELECT DISTINCT \(column) FROM \(ReplicaSchema.name(table))
            WHERE id IN (SELECT id FROM temp.doomed WHERE number = ?)
            """
        )
        statement.bind(1, Int64(table.number))
        defer { statement.reset() }
        var result: [RowID] = []
        while try statement.step() {
            if let id = statement.id(0) { result.append(id) }
        }
        return result
    }
}
