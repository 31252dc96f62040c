import GRDB
import Model

/// Lays writes that are not on the hub yet over the hub's rows, and takes them off again.
///
/// Before a row is changed, the hub's image of it is kept beside it. At each checkpoint the images
/// are restored, the hub's rows applied, and what is still on its way is laid over them anew, in
/// one transaction (Replicache's rebase, on plain tables).
struct Overlay {
    private let db: Database
    private let applier: DeltaApplier

    init(_ db: Database, _ applier: DeltaApplier) {
        self.db = db
        self.applier = applier
    }

    /// Takes every write off: the rows are the hub's again.
    func restore() throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT table_no, id, existed FROM overlay")
        )
        guard !rows.isEmpty else { return }
        for row in rows {
            let number: Int = row[0]
            guard Table.allCases.indices.contains(number), let id = RowID(row, 1) else { continue }
            let table = Table.allCases[number]
            if let shown = try ReplicaRows(db: db).row(table, id) { try applier.touch(shown) }
            guard row[2] else {
                try remove(table, id)
                continue
            }
            if let image = try image(table, id) { try applier.touch(image) }
            try restoreImage(table, id)
        }
        for table in OverlaySchema.imaged {
            try db.run("DELETE FROM \(OverlaySchema.name(table))")
        }
        try db.run("DELETE FROM overlay")
    }

    /// Lays writes over the rows, in order; one that is not possible any more shows nothing, and
    /// what the hub says of it will be heard.
    func replay(_ entries: [OutboxEntry], agent: AgentID) throws {
        for entry in entries {
            let act = Act(agent: agent, at: entry.madeAt, mutation: entry.id)
            let writes: [RowWrite]
            do {
                writes = try entry.intent.rule.writes(act, ReplicaRows(db: db))
            } catch is Refusal {
                continue
            }
            for write in writes { try lay(write) }
        }
    }

    private func lay(_ write: RowWrite) throws {
        guard OverlaySchema.imaged.contains(write.table) else { return }
        let before = try ReplicaRows(db: db).row(write.table, write.id)
        let after = (before ?? Record(write.table, write.id, [:])).with(write.values)
        try keepImage(write, before, after)
        if let before { try applier.touch(before) }
        try applier.touch(after)
        if before == nil { try insert(write) } else { try update(write) }
    }

    private func keepImage(_ write: RowWrite, _ before: Record?, _ after: Record) throws {
        let conversation = try conversation(after)
        try db.run(
            "INSERT OR IGNORE INTO overlay VALUES (?, ?, ?, ?)",
            [write.table.number, write.id.data, before != nil, conversation?.data]
        )
        // The first image of a row is the hub's; what a second write finds is the first one's.
        guard db.changesCount > 0, before != nil else { return }
        let columns = Self.columns(write.table)
        try db.run(
            """
            INSERT INTO \(OverlaySchema.name(write.table)) (\(columns))
            SELECT \(columns) FROM \(ReplicaSchema.name(write.table)) WHERE id = ?
            """,
            [write.id.data]
        )
    }

    /// The lead that shows that the row is not on the hub yet.
    private func conversation(_ after: Record) throws -> RowID? {
        if after.table == .conversation { return after.id }
        if let conversation: RowID = after.id("conversation_id") { return conversation }
        guard let tour: RowID = after.id("tour_id") else { return nil }
        return try ReplicaRows(db: db).row(.tours, tour)?.id("conversation_id")
    }

    private func insert(_ write: RowWrite) throws {
        let columns = Catalogue[write.table].travelling
        let values = columns.map { column in
            column.name == "id"
                ? write.id.data.databaseValue
                : (write.values[column.name] ?? column.standing).databaseValue
        }
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try db.run(
            """
            INSERT INTO \(ReplicaSchema.name(write.table)) (\(Self.columns(write.table)))
            VALUES (\(marks))
            """,
            StatementArguments(values)
        )
    }

    private func update(_ write: RowWrite) throws {
        let names = Catalogue[write.table].travelling.map(\.name)
            .filter { write.values[$0] != nil }
        guard !names.isEmpty else { return }
        let settings = names.map { "\"\($0)\" = ?" }.joined(separator: ", ")
        let values = names.map { (write.values[$0] ?? .null).databaseValue }
        try db.run(
            "UPDATE \(ReplicaSchema.name(write.table)) SET \(settings) WHERE id = ?",
            StatementArguments(values + [write.id.data.databaseValue])
        )
    }

    private func image(_ table: Table, _ id: RowID) throws -> Record? {
        let sql = "SELECT \(Self.columns(table)) FROM \(OverlaySchema.name(table)) WHERE id = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.data])
            .flatMap { Record(table, $0) }
    }

    private func restoreImage(_ table: Table, _ id: RowID) throws {
        let columns = Self.columns(table)
        let name = ReplicaSchema.name(table)
        try db.run(
            """
            UPDATE \(name) SET (\(columns)) =
                (SELECT \(columns) FROM \(OverlaySchema.name(table)) WHERE id = ?)
            WHERE id = ?
            """,
            [id.data, id.data]
        )
    }

    private func remove(_ table: Table, _ id: RowID) throws {
        try db.run("DELETE FROM \(ReplicaSchema.name(table)) WHERE id = ?", [id.data])
    }

    private static func columns(_ table: Table) -> String { ReplicaRows.columns(of: table) }
}

extension Column {
    /// What a row has in it that does not name it, until the hub says what it is.
    fileprivate var standing: FieldValue {
        switch defaultValue {
        case nil, .newID, .now: .null
        case .integer(let number): .integer(Int64(number))
        case .boolean(let flag): .boolean(flag)
        case .text(let text): .text(text)
        }
    }
}
